"""One engine in a process of its own: `worker.py PEER FOLDER`.

It loads the tables, says how long that took, and then answers lines such as `5 Q3`: the question
five times. Every reply is a line of JSON, as that of the Swift worker.
"""

import importlib
import json
import sys
import time

from questions import QUESTIONS


def main():
    peer_name, folder = sys.argv[1:]
    start = time.perf_counter()
    peer = importlib.import_module(peer_name + "_peer").Peer(folder)
    reply({"loading": (time.perf_counter() - start) * 1000})
    questions = {question.name: question for question in QUESTIONS}
    for line in sys.stdin:
        times, name = line.split()
        reply(answer(peer, questions[name], int(times)))


def answer(peer, question, times):
    durations = []
    for _ in range(times):
        start = time.perf_counter()
        result = peer.ask(question)
        durations.append((time.perf_counter() - start) * 1000)
    rows = [[cell(value) for value in row] for row in peer.rows(result)]
    return {"times": durations, "rows": rows}


def cell(value):
    return "" if value is None else str(value)


def reply(message):
    print(json.dumps(message), flush=True)


main()
