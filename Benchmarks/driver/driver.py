"""Asks Hearth and its peers the twelve questions in turns, compares the answers, prints ratios.

All engines are loaded at once, each in a process of its own, and take turns question by question,
so that whatever else the machine does disturbs all of them alike.
"""

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import time

from answers import are_same, canonical, difference, rows_of_csv
from questions import QUESTIONS

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = ["duckdb", "clickhouse", "polars", "sqlite"]
SIZES = {"small": 10_000, "medium": 200_000, "large": 1_000_000}
# A question is asked again until it has taken so long, in milliseconds, but at most so often.
TURN, MOST = 60, 40


class Worker:
    """An engine that is asked over pipes."""

    def __init__(self, name, command):
        self.name = name
        self.times = {}
        self.answers = {}
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.loading = self.read().get("loading")

    def read(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.name} ended")
        return json.loads(line)

    def ask(self, question, times):
        """Durations in milliseconds, and the rows of the answer."""
        what = question.hearth if self.name == "hearth" else question.name
        separator = "\t" if self.name == "hearth" else " "
        self.process.stdin.write(f"{times}{separator}{what}\n")
        self.process.stdin.flush()
        reply = self.read()
        if reply.get("error"):
            raise SystemExit(f"{self.name} {question.name}: {reply['error']}")
        rows = rows_of_csv(reply["csv"]) if "csv" in reply else reply["rows"]
        return reply["times"], canonical(rows, question.is_ordered)

    def first(self, question):
        """The first time may load or compile something: it counts for the loading of Hearth."""
        times, self.answers[question.name] = self.ask(question, 1)
        self.times[question.name] = []
        return times[0]

    def turn(self, question, known):
        times, _ = self.ask(question, max(1, min(MOST, round(TURN / max(known, 0.01)))))
        self.times[question.name] += times

    def median(self, question):
        return statistics.median(self.times[question.name])

    def peak(self):
        """Megabytes, the most that the process ever held."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            lines = [line for line in file if line.startswith("VmHWM")]
        return int(lines[0].split()[1]) / 1024

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def main():
    options = arguments()
    for size in options.sizes:
        folder = generated(options, SIZES[size])
        workers = started(options, folder)
        first = {worker.name: [worker.first(question) for question in options.questions]
                 for worker in workers}
        compare(workers, options.questions)
        for _ in range(options.rounds):
            for place, question in enumerate(options.questions):
                for worker in workers:
                    worker.turn(question, first[worker.name][place])
        hearth = workers[0]
        hearth.loading = sum(first["hearth"]) - sum(map(hearth.median, options.questions))
        report(size, SIZES[size], workers, options.questions)
        for worker in workers:
            worker.end()
    fixed_costs(options)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="*", choices=SIZES, default=list(SIZES))
    parser.add_argument("--peers", nargs="*", choices=PEERS, default=PEERS)
    parser.add_argument("--only", nargs="+", default=[question.name for question in QUESTIONS])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--data", required=True, help="a folder for the generated tables")
    parser.add_argument("--worker", required=True, help="the Swift program of this package")
    parser.add_argument("--command", help="the command `hearth`, for the time of its start")
    options = parser.parse_args()
    options.questions = [question for question in QUESTIONS if question.name in options.only]
    return options


def generated(options, families):
    folder = os.path.join(options.data, str(families))
    if not os.path.exists(os.path.join(folder, "services.csv")):
        print(f"generating {families} families …", file=sys.stderr)
        part = folder + ".part"
        subprocess.run([options.worker, "generate", part, str(families)], check=True)
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


def fixed_costs(options):
    """What a question costs where there are no rows, and what the start of the command costs."""
    folder = os.path.join(options.data, "empty")
    small = generated(options, SIZES["small"])
    os.makedirs(folder, exist_ok=True)
    for name in os.listdir(small):
        with open(os.path.join(small, name), encoding="utf-8") as source:
            text = source.read() if name.endswith(".hearth") else source.readline()
        with open(os.path.join(folder, name), "w", encoding="utf-8") as target:
            target.write(text)
    worker = Worker("hearth", [options.worker, "answer", folder])
    costs = []
    for question in options.questions:
        # No street has a row, so that a name of one would be a mistake.
        if "S105" in question.hearth:
            continue
        worker.first(question)
        times, _ = worker.ask(question, 300)
        costs.append(f"{question.name} {statistics.median(times):.3f}")
    worker.end()
    print("\nof no rows (parse, bind, optimise, an empty run), ms: " + ", ".join(costs))
    if options.command:
        print("whole process, ms: " + ", ".join([
            f"sample {start([options.command, '-c', 'families | count']):.1f}",
            f"100,000 services from CSV {start([options.command, small, '-c', QUESTIONS[1].hearth]):.1f}",
        ]))


def start(command):
    times = []
    for _ in range(15):
        begin = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


main()
