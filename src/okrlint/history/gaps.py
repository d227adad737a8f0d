"""What is said where git cannot tell all of the past: why, and what to do."""

from datetime import date

from okrlint.model import Words


def refused(top: str) -> Words:
    """Return what is said of a repository that git does not trust."""
    return Words(
        f"git does not look into this repository, which belongs to somebody else; if you trust it: "
        f"git config --global --add safe.directory {top}",
        f"git 拒绝读取这个仓库，因为它属于另一位用户；若信任它，请运行：git config --global --add safe.directory {top}",
    )


def unreadable(said: str) -> Words:
    """Return what is said where git cannot read a repository, and says why."""
    return Words(
        f"git cannot read this repository (`{said}`); see what `git status` says here",
        f"git 无法读取这个仓库（`{said}`）；请在此处运行 `git status` 查看原因",
    )


def cannot_run(error: OSError) -> Words:
    """Return what is said where the system does not begin git."""
    return Words(
        f"git cannot be run: {error.strerror}; see that `git --version` works here",
        f"无法运行 git：{error.strerror}；请确认此处可以运行 `git --version`",
    )


def hung(seconds: float) -> Words:
    """Return what is said of a git that was ended."""
    return Words(
        f"git took longer than {seconds:g} seconds and was ended, so nothing of the past is known; see whether "
        "`git log` works here, or name fewer folders",
        f"git 超过 {seconds:g} 秒没有完成，已被终止，因此无法得知过去的内容；"
        f"请检查此处能否运行 `git log`，或少指定一些文件夹",
    )


def damaged(day: date | None) -> Words:
    """Return what is said where commits cannot be read, from which day on they can."""
    known = (f"; what came before {day} is not known", f"；{day} 之前的内容无从得知") if day else ("", "")
    return Words(
        f"objects of this repository are missing or damaged{known[0]}; see what `git fsck` says, and fetch or clone "
        "it again",
        f"这个仓库有对象缺失或损坏{known[1]}；请查看 `git fsck` 的结果，并重新获取或克隆",
    )


def unread(number: int) -> Words:
    """Return what is said of versions of documents that cannot be had."""
    return Words(
        f"{number} earlier versions of documents are missing or damaged and were passed over: a partial clone does not "
        "have them, and nothing is fetched here; clone without --filter, or see what `git fsck` says",
        f"有 {number} 个较早的文档版本缺失或损坏，已略过：部分克隆不含这些内容，而这里不会获取任何内容；"
        "请不带 --filter 重新克隆，或查看 `git fsck` 的结果",
    )


def shallow(day: date) -> Words:
    """Return what is said of a shallow clone, whose oldest commit is of a day."""
    return Words(
        f"this is a shallow clone: what came before {day} is not known; get the rest with `git fetch --unshallow` "
        "(in CI: fetch-depth: 0)",
        f"这是浅克隆：{day} 之前的内容无从得知；"
        "请运行 `git fetch --unshallow` 获取其余部分（CI 中设置 fetch-depth: 0）",
    )


def too_many(most: int, day: date) -> Words:
    """Return what is said where older commits are not looked at."""
    return Words(
        f"only the last {most} commits are looked at: what came before {day} is not known",
        f"只查看最近 {most} 个提交：{day} 之前的内容无从得知",
    )


NO_GIT = Words(
    "git is not installed, or PATH does not lead to it, so nothing of the past is known; install git",
    "没有安装 git，或 PATH 中找不到它，因此无法得知过去的内容；请安装 git",
)
NO_REPOSITORY = Words(
    "this is no git repository, so nothing of the past is known; keep the documents in one (`git init`)",
    "这里不是 git 仓库，因此无法得知过去的内容；请将文档放入仓库（`git init`）",
)
NO_COMMIT = Words(
    "this repository has no commit yet, so nothing of the past is known; commit the documents first",
    "这个仓库还没有任何提交，因此无法得知过去的内容；请先提交文档",
)
