"""What marks teach, as `learning-curve` of the game's benchmarks measured it: its JSON as tables, with the intervals. Needs numpy and pandas only.

Drawings of one writer are alike. So what is sure is said twice: as if each drawing were a writer's only one (Wilson), and with
whole writers drawn by lot (bootstrap).
"""

import json

import numpy as np
import pandas as pd

import evening

RESAMPLES = 10_000
MNIST_TEST = 10_000


def read(path):
    """The file -> (learned, personal).

    learned: one row for each writer judged after each learning: algorithm, marks (how many were learned), fold, seed, writer, n, right,
    testRight (of MNIST's test images, the same for all writers of a learning), seconds (of the learning).
    personal: one row for each writer and seed: marks, n, before and after (errors of the shipped network, and of the writer's own layer), and more.
    """
    with open(path, encoding="utf-8") as file:
        measured = json.load(file)
    of_learning = ["algorithm", "marks", "fold", "seed", "testRight", "seconds"]
    learned = pd.json_normalize(measured["learned"], "writers", of_learning).astype({"testRight": int, "seconds": float})
    return learned, pd.DataFrame(measured["personal"])


def by_lot(writers, statistic):
    """The 95 % interval of a statistic when as many writers are drawn by lot, again and again.

    writers: one row each; statistic: sums of the columns [..., columns] -> [...].
    """
    values = writers.to_numpy(dtype=float)
    drawn = np.random.default_rng(1).integers(len(values), size=(RESAMPLES, len(values)))
    return np.percentile(statistic(values[drawn].sum(axis=1)), [2.5, 97.5])


def curve(learned):
    """One row for each algorithm and number of marks.

    n (drawings judged with each seed), seeds, accuracy, low and high (Wilson, one seed's n), writersLow and writersHigh (writers drawn by lot);
    gained, gainedLow, gainedHigh: against no marks, on the same writers, drawn by lot; mnist: share of its test images that are read; seconds.
    """
    share = lambda sums: sums[..., 0] / sums[..., 1]
    gain = lambda sums: share(sums) - share(sums[..., 2:])
    rows = {}
    for (algorithm, marks), some in learned.groupby(["algorithm", "marks"], sort=False):
        before = learned[(learned["algorithm"] == algorithm) & (learned["marks"] == 0)]
        writers = some.groupby("writer")[["right", "n"]].sum().join(before.groupby("writer")[["right", "n"]].sum(), rsuffix="Before")
        seeds, sums, learnings = some["seed"].nunique(), writers.sum().to_numpy(), some.drop_duplicates(["fold", "seed"])
        intervals = [*evening.wilson(np.round(sums[0] / seeds), sums[1] / seeds), *by_lot(writers, share), *by_lot(writers, gain)]
        rows[algorithm, marks] = {
            "n": sums[1] // seeds, "seeds": seeds, "accuracy": share(sums), "gained": gain(sums),
            **dict(zip(["low", "high", "writersLow", "writersHigh", "gainedLow", "gainedHigh"], intervals)),
            "mnist": learnings["testRight"].mean() / MNIST_TEST, "seconds": learnings["seconds"].mean()}
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis(["algorithm", "marks"])


def in_words(curve):
    """A table of `curve` as people read it."""
    columns = {name: curve[name].map("{:.2%}".format) for name in ["accuracy", "low", "high", "writersLow", "writersHigh", "mnist"]}
    points = {name: curve[name].map(lambda value: f"{100 * value:+.2f}") for name in ["gained", "gainedLow", "gainedHigh"]}
    return pd.DataFrame({
        "drawings": curve["n"].map("{:,.0f}".format) + " × " + curve["seeds"].map("{:.0f}".format),
        "accuracy": columns["accuracy"],
        "95 % (Wilson, one seed's n)": columns["low"] + " to " + columns["high"],
        "95 % (writers)": columns["writersLow"] + " to " + columns["writersHigh"],
        "points gained, 95 % (writers)": (points["gained"] + " (" + points["gainedLow"] + " to " + points["gainedHigh"] + ")").where(curve.index.get_level_values("marks") > 0, ""),
        "MNIST test": columns["mnist"],
        "seconds": curve["seconds"].map("{:.1f}".format)})


def fewer_errors(personal):
    """-> (share of the errors that learning takes away, low, high with writers drawn by lot)."""
    writers = personal.groupby("writer")[["before", "after"]].sum()
    fewer = lambda sums: 1 - sums[..., 1] / sums[..., 0]
    return fewer(writers.sum().to_numpy()), *by_lot(writers, fewer)
