"""How the time of a question grows: with the rows that it is about, not with the others."""

import statistics

from engine import Worker

FAMILIES = [25_000, 50_000, 100_000, 200_000, 400_000]
YEARS = [1, 2, 5, 10]
# Families of the tables that grow by years.
DISTRICT = 100_000
MONTH = (
    "families | coverage of services where kind = visit and date in last month by area")
ALL = "services | summarize n = count, total = sum(cost) by kind"


class Asked:
    """A question in Hearth alone; its answer is not compared."""

    is_ordered = True

    def __init__(self, name, hearth):
        self.name, self.hearth = name, hearth


def growth(options, generated):
    by_size(options, generated)
    by_years(options, generated)


def by_size(options, generated):
    folders = [generated(options, families) for families in FAMILIES]
    times = medians(options, folders, options.questions)
    print("\n### Ten services for each family (milliseconds, medians)\n")
    print("| | " + " | ".join(f"{families:,}" for families in FAMILIES) + " | growth |")
    print("|---" * (len(FAMILIES) + 2) + "|")
    for question in options.questions:
        row = times[question.name]
        factor = row[-1] / row[0] / (FAMILIES[-1] / FAMILIES[0])
        cells = [f"{value:.3g}" for value in row] + [f"{factor:.2f}"]
        print(f"| {question.name} | " + " | ".join(cells) + " |")
    print("\ngrowth: how much longer at the largest size than at the smallest, over how much larger")


def by_years(options, generated):
    folders = [generated(options, DISTRICT, years) for years in YEARS]
    questions = [Asked("one month's coverage", MONTH), Asked("all services by kind", ALL)]
    times = medians(options, folders, questions)
    print("\n### As many services each month, over more years (milliseconds, medians)\n")
    print("| years of services | " + " | ".join(map(str, YEARS)) + " |")
    print("|---" * (len(YEARS) + 1) + "|")
    for question in questions:
        cells = [f"{value:.3g}" for value in times[question.name]]
        print(f"| {question.name} | " + " | ".join(cells) + " |")


def medians(options, folders, questions):
    """By the name of a question, its time for each folder."""
    times = {question.name: [] for question in questions}
    for folder in folders:
        worker = Worker("hearth", [options.worker, "answer", folder])
        for question in questions:
            worker.first(question)
            known, _ = worker.ask(question, 1)
            for _ in range(options.rounds):
                worker.turn(question, known[0])
            times[question.name].append(statistics.median(worker.times[question.name]))
        worker.end()
    return times
