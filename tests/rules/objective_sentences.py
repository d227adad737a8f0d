"""Objectives of many trades, one a line, in both languages: those that a rule speaks of, and those it leaves alone."""

HOUSEKEEPING = """
Order handling as usual
Conduct trainings
Run webinars on food safety
Ensure smooth operation of the ferry
Adhere to the fire regulations
Support project teams
Perform market research
Handle customer complaints
Run payroll every month
Take minutes at the board meetings
Keep the office tidy
Respond to supplier inquiries
Order office supplies when needed
Submit the weekly status reports
Maintain the company website
Continue our social media posts
Attend team meetings
Assist colleagues with their requests
Keep the lights on in the data center
Routine equipment maintenance
Complete assigned tasks
Update the records
Operate the call centre
Conduct annual performance reviews
Perform regular code reviews
Manage incoming invoices
Check stock levels daily
Issue monthly statements to members
Hold the weekly choir practice
Pay bills on time
Follow up on open items
Reply to reader letters
按时发放工资
每月提交经营报表
做好部门间的沟通协调
完成领导交办的任务
及时回复客户邮件
继续运营公众号
维护现有客户关系
定期召开例会
接听客户来电
完成每周盘点
审核合同
录入订单数据
整理项目档案
参加每周例会
按流程处理退换货
照常发布公众号文章
配合财务完成审计
例行设备保养
日常行政工作
保障办公网络稳定运行
協助業務部門處理投訴
繼續維護舊系統
做好礼堂保洁
加强消防安全管理
做好会费征缴
跟进未结事项
每月向会员寄送账单
"""

AMBITIONS = """
Run events where neighbours become friends
Publish research that farmers act on
Escape business as usual
Hold workshops nobody wants to leave
A ferry that existing passengers rave about
Become the clinic that parents choose first
Publish our first annual report
Make onboarding painless
Enter the hospital market
Migrate to the cloud
Automate expense reports
Keep customers from leaving in month one
Modernize the warehouse
Earn the trust of auditors
Establish a regular rhythm of releases
Ship the mobile app
Explore new revenue streams
Redesign the weekly newsletter
Create a ticketing product
Run a half marathon
Simplify our processes
Process mining beta
Mobile first
Keep costs below budget
Keep pace with twice as many orders
Continue to simplify the tax forms
Continue the evolution of our pricing
Support refugees into work
Answer the call of our rivals with a bolder menu
Open the orchard to school classes
进军东南亚市场
重构计费系统
打造学习型组织
让新员工一周内独立上岗
完成A轮融资
推出首份年度报告
报销流程自动化
建立例会制度
让值班不再熬夜
优化工单流转
转型为服务型企业
建立日常反馈机制
减少重复会议
完成论文答辩
如期上线新版官网
继续向联赛榜首进发
用更大胆的菜单回应对手
把說明書翻譯成波蘭語
保持领先优势并扩大战果
办好首届夜市
送戏下乡走进更多村庄
让安全生产成为每个人的本能
用项目管理工具解放一线
"""

TASKS = """
Migrate billing to the ledger of the group
Write the outage playbook
Draft the statutes
Roll out the kiosk
Install meters in the greenhouses
Digitize the parish registers
Deploy the scheduler
Define the tone of voice
Assess the roof
Study the timetable
Build the footbridge
Translate the manual into Polish
Organize a harvest fair
Implement single sign-on
Review the menu
Set up the darkroom
Rewrite the parser
Prepare the accreditation
The darkroom is ready
Ticket machine rollout
制定差旅办法
搭建温室监控系统
上线自助点单
编写应急预案
调研竞品价格
重构调度模块
完成食堂装修
筹备秋季展会
梳理合同模板
迁移历史账目
研究轮班制度
推进屋顶翻修
组织技能比武
翻译操作手册
采购冷链车辆
建设暗房
部署日志平台
新版菜单上线
完成檔案數位化
製作安全手冊
"""

NO_TASKS = """
Launch the night train so that nobody needs to fly
Build the kiosk that farmers recommend to each other
Roll out the app and double what riders save
Publish a guide for newcomers
Win the harbour
Become the first address for roof repairs
Make the darkroom the pride of the school
Reduce waste in the kitchen
Grow beyond the valley
Be ready when the heat comes
Create a menu that children love
Rewrite the parser to cut parsing time
Train the volunteers of tomorrow
Give every apprentice a mentor
Own the weekend
Free nurses from paperwork
Earn a star
Turn the depot into a place of pride
Delight every diner
Prepare students for the labour market
打造让孩子喜欢的菜单
上线自助点单，成为食客首选
让学徒都有师傅带
赢下老城区
降低厨房浪费
走出山谷
成为屋顶维修的第一选择
搭建平台，提升农户收入
为新人编写入门指南
重构调度，缩短等待
把仓库变成令人自豪的地方
让护士告别文书
拿下一星
制作观众期待的纪录片
帮助学生走向职场
建立客户信赖的售后体系
推动销量增长
讓每位食客感動
打响品牌
提升复购
"""

TOPICS = """
Digitalisation
Customer happiness
Hardware
Digital services
Ownership
Performance
Customer experience
Quality
People and culture
Growth
Community and documentation
Employee onboarding
Internal communication
Data quality
Sales operations
Brand
Customer success
Safety at work
Risk management
Team health
Product delivery
Talent
Supply chain
Infrastructure
用户体验
质量
团队文化
客户服务
人才与组织
品牌
数据安全
内部流程
供应链
绩效管理
项目支持
增长
社区
风险与合规
交付质量
学习成长
運維
客戶成功
渠道与市场
团队建设
"""

STATEMENTS = """
Be profitable
Customers love us
Grow careers
Win Lisbon
Increase ARR
Delight riders
Reduce user churn
Feel at home anywhere
Nobody waits
Make it sing
Better bread
Our bread is famous
Lead the valley
Reach the summit
Feel rested again
Teach Spanish
A depot to be proud of
Everyone ships
Cross $1M MRR
Gamify savings
成为首选
稳居第一
降低流失
客户更信任我们
最好喝的豆浆
提升复购
让孩子爱上菜园
赢下夜市
走出国门
打响品牌
人人会用
拒绝浪费
扭亏为盈
老客主动推荐
上线即爆款，人人喜爱
守护安全
重回榜首
更快交付
讓值班輕鬆
唤醒老城
"""

WORN = """
Leverage synergies across the plants
Become a best-in-class, next-generation partner
Drive holistic digital transformation
Empower innovation at scale
Build a flywheel of operational excellence
Disruptive, cutting-edge logistics
World-class thought leadership
Double down on our north star
Synergy between sites
Leverage partnerships
A game-changing paradigm shift
State-of-the-art, innovative bakeries
Mission-critical value-add at scale
Disrupt banking
Empowering growth
Move the needle with low-hanging fruit
Holistic care
Best of breed ecosystem
Innovative and holistic health
Next-gen, best-in-class clinics
赋能全链路
打造增长闭环，形成组合拳
沉淀方法论
降本增效，做大做强
以数智化构建护城河
抓手清晰，闭环管理
全方位提质增效
拉通中台，反哺业务
占领心智，引爆市场
行业领先、世界一流
賦能業務
打造第二曲线与护城河
对焦目标、拉齐颗粒度
顶层设计与底层逻辑
多维度立体矩阵
再上新台阶，再创辉煌
全场景全链路覆盖
私域势能卡位
破圈出圈
倒逼改革，串联资源
"""

FRESH = """
Let nurses finish shift notes before they reach the car park
Empower teachers to mark homework on the bus
Make the ecosystem of ponds a home for newts
Lower the leverage ratio
Become the tool auditors recommend to each other
Bake bread that people cross the river for
Sequence genomes with next-generation sequencing in every clinic
Make our north star metric move every week
Free the harbour from diesel
Give apprentices a real say
Win the trust of the valley
Make the night bus feel safe
Turn leftovers into lunches
Empower patients to book by themselves
Put the orchard on the map
Finish what we start
Grow tomatoes without peat
Answer every child's question
Make tax returns boring
Sell out the theatre
让护士下班前就写完交班记录
成为审计师之间互相推荐的工具
赋能乡村教师，让备课不再熬夜
让老客带来新客
让闭环控制的机床更安静
让千元机用户也觉得快
把剩菜变成午餐
让夜班公交更安全
让果园出名
提升代码复用的信心
修好混淆矩阵里的每个误判
让病人自己就能预约
让镇上的人都爱上书店
告别柴油
把税表变简单
讓劇場座無虛席
用好自动对焦
为学徒争取话语权
说到做到
让孩子的问题都有回答
"""

BANS = """
Stop losing parcels
Avoid surprises at month end
Prevent burnout
No more night calls
Never miss a train again
Don't run out of flour
Do not lose the league
No longer depend on one supplier
Quit firefighting
Refuse to ship broken boats
Q3: stop the leaks
stop paying twice
Ban single-use cups
Avoid idle trucks
Prevent frost damage
Never again a cold dinner
No more queues
Stop guessing
Don’t scare newcomers
Avoid late bills
不再丢包裹
避免月底慌乱
停止加班
杜绝带病上线
防止果树冻伤
不要再断货
禁止一次性餐具
拒绝低价竞争
别再让客人等
严禁酒后作业
坚决杜绝浪费
全面停止手工录入
本季度不再延期
避免车辆空驶
防止客户流失
不要错过末班车
停止猜测
杜絕冷飯
避免錯帳
切勿断供
"""

NO_BANS = """
Make night calls a thing of the past
Give riders a stop that they like to wait at
Stop-motion films that children ask for
Reduce lost parcels
Eliminate waste
Free nurses from paperwork
Non-stop service from dawn to dusk
Let nobody wait
A kitchen without waste
Make sure that no one eats alone
Cut the queues
Bring the leaks down
Unstoppable growth
Prevention that people enjoy
Neverland opens its doors
Banana bread for everyone
Avoidable stays become rare
Make surprises rare
Keep the flour coming
Nobody is left behind
让夜班电话成为历史
让用户不再为找货而等待
告别手工台账
降低丢件率
让车辆不再空驶
消除浪费
零延误
把断货变成往事
让客人一来就有座
减少冻伤
缩短排队
让错账绝迹
守住每一单
走出低价竞争
无人掉队
摆脱手工录入
讓加班成為例外
从此没有冷饭
让停车不再是难题
不可或缺的伙伴
"""
