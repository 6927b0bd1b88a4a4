"""Asks Hearth and its peers the twelve questions in turns, compares the answers, prints ratios.

All engines are loaded at once, each in a process of its own, and take turns question by question,
so that whatever else the machine does disturbs all of them alike.
"""

import argparse
import math
import os
import statistics
import subprocess
import sys

from answers import are_same, difference
from engine import Worker
from growth import growth
from questions import QUESTIONS
from starts import fixed_costs, starts

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = ["duckdb", "clickhouse", "polars", "sqlite"]
SIZES = {"small": 10_000, "medium": 200_000, "large": 1_000_000}


def main():
    options = arguments()
    if options.growth:
        growth(options, generated)
        return
    for size in options.sizes:
        folder = generated(options, SIZES[size])
        workers = started(options, folder)
        first = {worker.name: [worker.first(question) for question in options.questions]
                 for worker in workers}
        compare(workers, options.questions)
        known = {worker.name: [worker.ask(question, 1)[0][0] for question in options.questions]
                 for worker in workers}
        for _ in range(options.rounds):
            for place, question in enumerate(options.questions):
                for worker in workers:
                    worker.turn(question, known[worker.name][place])
        hearth = workers[0]
        hearth.loading = sum(first["hearth"]) - sum(map(hearth.median, options.questions))
        report(size, SIZES[size], workers, options.questions)
        for worker in workers:
            worker.end()
    fixed_costs(options, generated(options, SIZES["small"]))
    starts(options, [generated(options, SIZES[size]) for size in options.sizes])


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="*", choices=SIZES, default=list(SIZES))
    parser.add_argument("--peers", nargs="*", choices=PEERS, default=PEERS)
    parser.add_argument("--only", nargs="+", default=[question.name for question in QUESTIONS])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--growth", action="store_true", help="how the time of Hearth grows with the data")
    parser.add_argument("--data", required=True, help="a folder for the generated tables")
    parser.add_argument("--worker", required=True, help="the Swift program of this package")
    parser.add_argument("--command", help="the command `hearth`, for the time of its start")
    options = parser.parse_args()
    options.questions = [question for question in QUESTIONS if question.name in options.only]
    return options


def generated(options, families, years=None):
    sizes = [str(size) for size in (families, years) if size]
    folder = os.path.join(options.data, "-".join(sizes))
    if not os.path.exists(os.path.join(folder, "services.csv")):
        print(f"generating {' for '.join(sizes)} years …" if years else
              f"generating {families} families …", file=sys.stderr)
        part = folder + ".part"
        subprocess.run([options.worker, "generate", part, *sizes], check=True)
        os.rename(part, folder)
    return folder


def started(options, folder):
    workers = [Worker("hearth", [options.worker, "answer", folder])]
    for peer in options.peers:
        module = {"clickhouse": "chdb", "sqlite": "sqlite3"}.get(peer, peer)
        if subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True).returncode:
            print(f"{peer} is not installed: left out", file=sys.stderr)
            continue
        print(f"loading {peer} …", file=sys.stderr)
        command = [sys.executable, os.path.join(HERE, "worker.py"), peer, folder]
        workers.append(Worker(peer, command))
    return workers


def compare(workers, questions):
    """Ends the run when two engines answer differently."""
    hearth = workers[0]
    for question in questions:
        own = hearth.answers[question.name]
        for worker in workers[1:]:
            other = worker.answers[question.name]
            if not are_same(own, other):
                raise SystemExit(
                    f"{question.name}: hearth and {worker.name} differ: {difference(own, other)}")


def report(size, families, workers, questions):
    hearth, peers = workers[0], workers[1:]
    print(f"\n### {families:,} families, {families * 10:,} services (milliseconds, medians)\n")
    names = [worker.name for worker in peers]
    print("| | question | hearth | " + " | ".join(names) + " | fastest peer ÷ hearth |")
    print("|---" * (len(names) + 4) + "|")
    ratios = []
    for question in questions:
        own = hearth.median(question)
        others = [worker.median(question) for worker in peers]
        cells = [f"{value:.3g}" for value in [own, *others]]
        if others:
            ratios.append(min(others) / own)
            cells.append(f"{ratios[-1]:.2f}")
        print(f"| {question.name} | {question.title} | " + " | ".join(cells) + " |")
    if ratios:
        mean = math.exp(statistics.fmean(map(math.log, ratios)))
        print(f"\ngeometric mean {mean:.2f}, least {min(ratios):.2f}; all answers agree")
    print("loading, s: " + ", ".join(f"{w.name} {w.loading / 1000:.2f}" for w in workers))
    print("peak memory, MB: " + ", ".join(f"{w.name} {w.peak():.0f}" for w in workers), flush=True)


main()
