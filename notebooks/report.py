"""What the notebooks show and write in the same way: data folders, tables, sheets of pictures, final figures and manifests."""

import hashlib
import json
import os
from datetime import datetime, timezone
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import torch
from IPython.display import Markdown

import ink
import networks

MNIST_SOURCE = ("of MNIST's 60,000 training images (Yann LeCun, Corinna Cortes and Christopher Burges, from NIST "
                "Special Databases 1 and 3; commonly given as CC BY-SA 3.0)")
INK_NOTE = ("development-ink (UCI Pen-Based Recognition of Handwritten Digits, CC BY 4.0) was looked at while the synthetic ink "
            "was designed and never trained on; its figure is a development figure.")


def first_of(variable, *defaults):
    """The path that the environment names, else the first default that exists, else None."""
    places = [os.environ[variable]] if variable in os.environ else defaults
    return next((Path(p) for p in places if Path(p).exists()), None)


MNIST = first_of("GAMENIGHT_MNIST", "../data/local/mnist", "../../shared/data/mnist")
INK = first_of("GAMENIGHT_INK", "../../shared/data/ink/pendigits-train.jsonl.gz")
QUICK = os.environ.get("QUICK") == "1"      # a trial run: little data, nothing kept


def table(rows):
    """Rows, dictionaries with the same keys, as a table."""
    lines = [rows[0].keys(), ["---"] * len(rows[0])] + [row.values() for row in rows]
    return Markdown("\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines))


def sheet(pictures, columns=20):
    """Pictures [n, 28, 28] in rows, ink black."""
    rows = [np.concatenate(list(pictures[i:i + columns]), axis=1) for i in range(0, len(pictures), columns)]
    plt.figure(figsize=(14, 14 / columns * len(rows)))
    plt.imshow(np.concatenate(rows), cmap="gray_r")
    plt.axis("off")
    plt.show()


def test_sets(instead):
    """Name -> (images, labels): MNIST's test set, or in a trial run `instead`, and the development ink where it is present."""
    to_tensors = lambda images, labels: (networks.to_tensor(images), torch.from_numpy(labels))
    sets = {"mnist-validation": instead} if QUICK else {"mnist-test": to_tensors(*networks.load_mnist(MNIST, "t10k"))}
    if INK:
        drawings, digits = networks.load_ink(INK)
        sets["development-ink"] = to_tensors(np.stack([ink.render(d) for d in drawings]), digits)
    else:
        print("skipped: ink set not found")
    return sets


def measure(name, probabilities, labels):
    """Prints and returns one entry of a manifest's metrics."""
    share = networks.accuracy(probabilities, labels)
    error = networks.calibration_error(probabilities, labels)
    low, high = networks.wilson(share, len(labels))
    print(f"{name}: {share:.2%} [{low:.2%}, {high:.2%}] of {len(labels):,}, ECE {error:.2%}")
    return {"dataset": name, "accuracy": round(share, 5), "n": len(labels), "ece": round(error, 5)}


def by_digit(name, probabilities, labels):
    """Rows of a table: accuracy for each digit, and what it is most often taken for."""
    rows = []
    for d in range(10):
        guess = probabilities[labels == d].argmax(1)
        share = (guess == d).double().mean().item()
        low, high = networks.wilson(share, len(guess))
        wrong = torch.bincount(guess[guess != d], minlength=10)
        rows.append({"set": name, "digit": d, "n": len(guess), "accuracy": f"{share:.2%}", "95 % interval": f"{low:.2%} – {high:.2%}",
                     "most often taken for": f"{wrong.argmax()} ({wrong.max()} times)" if wrong.any() else ""})
    return rows


def write_manifest(folder, name, family, description, trained_on, metrics, embedding=None):
    """Writes manifest.json beside the model.onnx of `folder`, a path that ends in {algorithm}/{version}, and prints it."""
    output = {"name": "probabilities", "kind": "probabilities"} | ({"embedding": embedding} if embedding else {})
    manifest = {
        "algorithm": folder.parent.name, "version": folder.name, "name": name, "family": family, "description": description,
        "created": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "license": "MIT",
        "sha256": hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest(),
        "input": {"name": "image", "layout": "nchw", "batch": None, "scale": 1 / 255, "offset": 0},
        "output": output,
        "trainedOn": trained_on,
        "metrics": metrics,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    print(json.dumps(manifest, indent=2))
