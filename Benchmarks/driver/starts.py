"""What does not depend on the rows: the start of the command, a question of no rows, a Tab."""

import os
import pty
import select
import statistics
import subprocess
import time

from engine import Worker
from questions import QUESTIONS

# No street has a row where there are none, so that a name of one would be a mistake.
NEEDS_ROWS = "S105"
PLACES = ["fam", "families | wh", "families | where sta", "families | where status = ",
          "services | where date in last ", "families | count by area."]


def fixed_costs(options, small):
    """Each question where there are no rows: reading, binding and planning it, and an empty run."""
    folder = os.path.join(options.data, "empty")
    os.makedirs(folder, exist_ok=True)
    for name in os.listdir(small):
        with open(os.path.join(small, name), encoding="utf-8") as source:
            text = source.read() if name.endswith(".hearth") else source.readline()
        with open(os.path.join(folder, name), "w", encoding="utf-8") as target:
            target.write(text)
    worker = Worker("hearth", [options.worker, "answer", folder])
    costs = []
    for question in options.questions:
        if NEEDS_ROWS in question.hearth:
            continue
        worker.first(question)
        times, _ = worker.ask(question, 300)
        costs.append(f"{question.name} {statistics.median(times):.3f}")
    worker.end()
    print("\nof no rows (parse, bind, optimise, an empty run), ms: " + ", ".join(costs))


def starts(options, folders):
    """Whole processes, from CSV and from snapshots, and what completion takes."""
    if not options.command:
        return
    print("\n### Whole processes (milliseconds, medians)\n")
    print("| | from CSV | from a snapshot |\n|---|---|---|")
    hearth, question = options.command, QUESTIONS[1].hearth
    sample = os.path.join(options.data, "sample.hearthdb")
    subprocess.run([hearth, "pack", "-o", sample], check=True, capture_output=True)
    row("the sample, `families \\| count`", [hearth], [hearth, sample], "families | count")
    for folder in folders:
        packed = os.path.join(options.data, "packed.hearthdb")
        subprocess.run([hearth, "pack", folder, "-o", packed], check=True, capture_output=True)
        families = int(os.path.basename(folder))
        row(f"{families:,} families, Q2", [hearth, folder], [hearth, packed], question)
        os.remove(packed)
    for folder in folders:
        times = [completion(hearth, folder, place) for place in PLACES]
        print(f"\nTab with {int(os.path.basename(folder)):,} families, at the terminal, ms: "
              + ", ".join(f"`{place}` {value:.1f}" for place, value in zip(PLACES, times)))


def row(title, tables, snapshot, question):
    cells = [f"{process([*command, '-c', question]):.1f}" for command in (tables, snapshot)]
    print(f"| {title} | " + " | ".join(cells) + " |", flush=True)


def process(command):
    times = []
    for _ in range(15):
        begin = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def completion(hearth, folder, typed):
    """From the Tab to the last byte that it writes: what the terminal waits for."""
    process_id, terminal = pty.fork()
    if process_id == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS="100", LINES="40", HOME="/nonexistent")
        os.execv(hearth, [hearth, folder, "--no-start"])
    drain(terminal, 1.0)
    # The columns are read once; a question that is asked has read them.
    os.write(terminal, b"families | count by area\rservices | count by kind\r")
    drain(terminal, 8.0)
    times = []
    for _ in range(5):
        os.write(terminal, typed.encode())
        drain(terminal, 0.4)
        begin = time.perf_counter()
        os.write(terminal, b"\t")
        times.append((drain(terminal, 0.4) - begin) * 1000)
        os.write(terminal, b"\x15")
        drain(terminal, 0.4)
    os.write(terminal, b"\x15\x04")
    os.close(terminal)
    os.waitpid(process_id, 0)
    return statistics.median(times)


def drain(terminal, quiet):
    """Reads until nothing has come for so many seconds; when the last bytes came."""
    last = time.perf_counter()
    while select.select([terminal], [], [], quiet)[0]:
        try:
            if not os.read(terminal, 65_536):
                break
        except OSError:
            break
        last = time.perf_counter()
    return last
