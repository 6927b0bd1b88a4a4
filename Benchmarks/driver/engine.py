"""An engine that is asked over pipes, and how long it takes to answer."""

import json
import statistics
import subprocess

from answers import canonical, rows_of_csv

# A question is asked again until it has taken so long, in milliseconds, but at most so often.
TURN, MOST = 60, 40


class Worker:
    """A process that loads tables when it starts and answers one line after the other."""

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
        """`known` is about how long an answer takes, which says how often to ask."""
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
