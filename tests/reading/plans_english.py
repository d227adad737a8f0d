"""Plans in Markdown, in English, with the goals that they have."""

from plan_layouts import Goal, Plan

PLANS = {
    "annual numbered with owner dash": Plan(
        "markdown",
        """\
# Company annual plan 2026

Our company wants to be the first choice for small shops.

## What we want to achieve in 2026

1. Grow revenue from $12M to $18M — Owner: Ana Silva
2. Raise customer retention to 92% (Owner: Ben Ode, due 2026-12-31)
3. Open 4 new offices in Asia, owner: Chen Li

## How we work

- Weekly meetings of 30 minutes
""",
        (
            Goal(None, "Grow revenue from $12M to $18M", 18_000_000, "Ana Silva"),
            Goal(None, "Raise customer retention to 92%", 92, "Ben Ode"),
            Goal(None, "Open 4 new offices in Asia", 4, "Chen Li"),
        ),
    ),
    "table goal target owner due": Plan(
        "markdown",
        """\
# 2026 Plan

| # | Strategic goal | 2025 actual | 2026 target | Owner | Due |
|---|---|---|---|---|---|
| 1 | Monthly active users | 120,000 | 200,000 | Ana | Q4 |
| 2 | Net revenue retention | 98% | 110% | Ben | Q4 |
""",
        (
            Goal(None, "Monthly active users", 200_000, "Ana"),
            Goal(None, "Net revenue retention", 110, "Ben"),
        ),
    ),
    "headings with bullets target/owner": Plan(
        "markdown",
        """\
# Annual plan

## Goal 1: Win the mid-market

- Target: 500 mid-market customers by December
- Owner: Ana
- Initiatives:
  - Hire 5 sales people

## Goal 2: Make support effortless

- Target: first reply within 2 hours
- Owner: Ben
""",
        (
            Goal("Goal 1", "Win the mid-market", 500, "Ana"),
            Goal("Goal 2", "Make support effortless", 2, "Ben"),
        ),
    ),
    "themes with bullets": Plan(
        "markdown",
        """\
# 2026 company goals

## Growth
- 40,000 weekly active teams by Q4
- 1,200 paying customers

## Quality
- Churn below 2% a month
- NPS of 50

## People
- Hire 20 engineers
""",
        (
            Goal(None, "40,000 weekly active teams by Q4", 40_000),
            Goal(None, "1,200 paying customers", 1_200),
            Goal(None, "Churn below 2% a month", 2),
            Goal(None, "NPS of 50", 50),
            Goal(None, "Hire 20 engineers", 20),
        ),
    ),
    "bold goals with paragraphs": Plan(
        "markdown",
        """\
# The plan for 2026

## Our goals

**1. Double the number of active schools to 800.** Schools are where pupils meet us. Owner: Mia

**2. Bring the cost per lesson below $3.** We lose money today.
""",
        (
            Goal(None, "Double the number of active schools to 800.", None, "Mia"),
            Goal(None, "Bring the cost per lesson below $3.", 3),
        ),
    ),
    "checkbox list": Plan(
        "markdown",
        """\
# 2026 goals

- [ ] 100k newsletter readers
- [x] 3 conferences
- [ ] ARR of $2M
""",
        (
            Goal(None, "100k newsletter readers", 100_000),
            Goal(None, "3 conferences", 3),
            Goal(None, "ARR of $2M", 2_000_000),
        ),
    ),
    "goal: target inline": Plan(
        "markdown",
        """\
# Annual targets 2026

- **Revenue:** $5M
- **Active users:** 250,000
- **NPS:** 45
""",
        (
            Goal(None, "Revenue: $5M", 5_000_000),
            Goal(None, "Active users: 250,000", 250_000),
            Goal(None, "NPS: 45", 45),
        ),
    ),
    "quarters columns": Plan(
        "markdown",
        """\
# 2026 Targets

| Goal | Q1 | Q2 | Q3 | Q4 | Full year | Owner |
|---|---|---|---|---|---|---|
| New customers | 50 | 80 | 120 | 150 | 400 | Ana |
| Training hours | 10 | 20 | 30 | 40 | 100 | Ben |
""",
        (
            Goal(None, "New customers", 400, "Ana"),
            Goal(None, "Training hours", 100, "Ben"),
        ),
    ),
    "definition paragraphs": Plan(
        "markdown",
        """\
# Strategy

## Strategic priorities

### Be the trusted partner of clinics
We want clinics to choose us first. Target: 300 clinics. Owner: Dr. Ito

### Keep costs low
Target: cost per visit $20
""",
        (
            Goal(None, "Be the trusted partner of clinics", 300, "Dr. Ito"),
            Goal(None, "Keep costs low", 20),
        ),
    ),
    "BSC table": Plan(
        "markdown",
        """\
# Balanced scorecard 2026

| Perspective | Objective | Measure | Target | Initiative |
|---|---|---|---|---|
| Financial | Grow profitably | Operating margin | 18% | Cost programme |
| Customer | Delight customers | NPS | 60 | Service academy |
| Internal | Ship faster | Lead time | 5 days | Automation |
""",
        (
            Goal(None, "Grow profitably", 18),
            Goal(None, "Delight customers", 60),
            Goal(None, "Ship faster", 5),
        ),
    ),
    "front matter md": Plan(
        "markdown",
        """\
---
title: Plan 2026
goals:
  - id: P1
    text: Reach 100,000 downloads
    owner: Ana
  - id: P2
    text: Certify 1,000 consultants
---

# Plan

Words about the plan.
""",
        (
            Goal("P1", "Reach 100,000 downloads", 100_000, "Ana"),
            Goal("P2", "Certify 1,000 consultants", 1_000),
        ),
    ),
    "links and anchors": Plan(
        "markdown",
        """\
# Plan 2026

## P1 Reach 100,000 downloads {#p1}

Owner: Ana

## P2 Certify 1,000 consultants {#p2}

Owner: Ben
""",
        (
            Goal("P1", "Reach 100,000 downloads", 100_000, "Ana"),
            Goal("P2", "Certify 1,000 consultants", 1_000, "Ben"),
        ),
    ),
    "quarter headings": Plan(
        "markdown",
        """\
# Roadmap of goals 2026

## Q1
- 100,000 downloads
- 20 partners

## Q2
- 150,000 downloads
- 30 partners
""",
        (
            Goal(None, "100,000 downloads", 100_000),
            Goal(None, "20 partners", 20),
            Goal(None, "150,000 downloads", 150_000),
            Goal(None, "30 partners", 30),
        ),
    ),
    "prose mixed, no goals": Plan(
        "markdown",
        """\
# About our plan

We met on 3 March with 12 people and discussed the plan.

## Attendees
- Ana (team of 5)
- Ben
""",
        (),
    ),
    "plan with milestones below goals": Plan(
        "markdown",
        """\
# Annual plan

## Goals

1. Launch in 3 new countries
   - Owner: Ana
   - Milestones
     - Q1: Spain
     - Q2: Italy
2. 95% of orders arrive on time
   - Owner: Ben
   - KPI: on-time rate
""",
        (
            Goal(None, "Launch in 3 new countries", 3, "Ana"),
            Goal(None, "95% of orders arrive on time", 95, "Ben"),
        ),
    ),
    "owner before goal in columns": Plan(
        "markdown",
        """\
| Department | Goal | KPI | Target |
|---|---|---|---|
| Sales | Grow in the north | New contracts | 120 |
| Service | Faster help | Hours to answer | 4 |
""",
        (
            Goal(None, "Grow in the north", 120),
            Goal(None, "Faster help", 4),
        ),
    ),
    "record tables per goal": Plan(
        "markdown",
        """\
# Plan

## Goal A

| Field | Value |
|---|---|
| Goal | Reach 100,000 downloads |
| Target | 100,000 |
| Owner | Ana |

## Goal B

| Field | Value |
|---|---|
| Goal | Certify consultants |
| Target | 1,000 |
| Owner | Ben |
""",
        (
            Goal(None, "Reach 100,000 downloads", 100_000, "Ana"),
            Goal(None, "Certify consultants", 1_000, "Ben"),
        ),
    ),
    "strategic plan doc": Plan(
        "markdown",
        """\
# FY26 Strategic Plan

## Executive summary
In FY25 we grew 20% to $12M.

## Strategic pillars

### Pillar 1: Customer obsession
We put customers first.

- Raise NPS from 32 to 50
- Cut onboarding time from 14 to 5 days

### Pillar 2: Operational excellence

- Reduce cloud cost by 25%
- 99.95% availability

## Budget
- Marketing: $2M
""",
        (
            Goal(None, "Raise NPS from 32 to 50", 50),
            Goal(None, "Cut onboarding time from 14 to 5 days", 5),
            Goal(None, "Reduce cloud cost by 25%", 25),
            Goal(None, "99.95% availability", 99.95),
        ),
    ),
    "table with department sections": Plan(
        "markdown",
        """\
# Annual goals 2026

## Sales

| Goal | Target |
|---|---|
| New contracts | 120 |

## Service

| Goal | Target |
|---|---|
| Hours to answer | 4 |
""",
        (
            Goal(None, "New contracts", 120),
            Goal(None, "Hours to answer", 4),
        ),
    ),
    "by-quarter per goal": Plan(
        "markdown",
        """\
# Plan 2026

## P1: 100,000 downloads

- Q1: 10,000
- Q2: 30,000
- Q3: 60,000
- Q4: 100,000

## P2: 1,000 consultants

- Q1: 100
- Q4: 1,000
""",
        (
            Goal("P1", "100,000 downloads", 100_000),
            Goal("P2", "1,000 consultants", 1_000),
        ),
    ),
    "budget table only": Plan(
        "markdown",
        """\
# Budget 2026

| Item | Amount | Owner |
|---|---|---|
| Ads | $500,000 | Ana |
| Events | $200,000 | Ben |
""",
        (),
    ),
    "raci and steps": Plan(
        "markdown",
        """\
# How we plan

1. In October, teams write their goals within 10 days.
2. In November, the board reads them.

## Contacts
- Ana: 555-1234
""",
        (),
    ),
    "letters list": Plan(
        "markdown",
        """\
# Annual objectives

A. Reach 100 stores
B. Keep shrinkage below 1%
C. Train 400 cashiers
""",
        (
            Goal(None, "Reach 100 stores", 100),
            Goal(None, "Keep shrinkage below 1%", 1),
            Goal(None, "Train 400 cashiers", 400),
        ),
    ),
}
