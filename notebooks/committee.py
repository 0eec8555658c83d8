"""Makes data/models/committee/1: the mean of what the other contestants say.

It is an ONNX file like every other, only that its input is not the image but the guesses of the others
([drawings, contestants, 10], each row calibrated probabilities). Run it in this folder: python3 committee.py
"""

import datetime
import hashlib
import json
from pathlib import Path

import onnx
from onnx import TensorProto, helper

FOLDER = Path("../data/models/committee/1")


def model():
    """mean over the contestants; rows that sum to 1 have a mean that sums to 1"""
    graph = helper.make_graph(
        [helper.make_node("ReduceMean", ["guesses"], ["probabilities"], axes=[1], keepdims=0)], "committee",
        [helper.make_tensor_value_info("guesses", TensorProto.FLOAT, ["N", "contestants", 10])],
        [helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, ["N", 10])])
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8, producer_name="game-night")
    onnx.checker.check_model(made)
    return made.SerializeToString()


def manifest(content):
    return {
        "algorithm": "committee", "version": "1", "name": "The committee", "family": "committee",
        "description": "I listen to all the others and answer with what they say on average.",
        "created": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"), "license": "MIT",
        "sha256": hashlib.sha256(content).hexdigest(),
        "input": {"name": "guesses", "layout": "guesses", "batch": None, "scale": 1, "offset": 0},
        "output": {"name": "probabilities", "kind": "probabilities"},
        "trainedOn": {"nothing": "the mean of the calibrated probabilities of the contestants in service"},
        "metrics": [],
    }


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    content = model()
    (FOLDER / "model.onnx").write_bytes(content)
    (FOLDER / "manifest.json").write_text(json.dumps(manifest(content), indent=2) + "\n")
