"""The multi-layer perceptron: what it learns from, how its weights shrink to a byte each, and its export to ONNX.

Images are float tensors [n, 1, 28, 28] in 0..1; labels are long tensors [n].
"""

import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn
from torch.nn import functional as F

from networks import DEVIATION, MEAN, Network, augment, convolution

WARMTH = 3      # divides the logits of teacher and pupil alike: how unlike a 3 this 8 is, is a lesson too
TRUST = 0.9     # the teacher's share of the loss; the label has the rest


class Mlp(Network):
    """784 -> 512 -> 128 -> 10, written as convolutions over the whole image: Debian's torch, without a fast BLAS, trains those some 15 times faster."""

    def __init__(self):
        super().__init__(128, *convolution(1, 512, kernel=28), *convolution(512, 128, kernel=1), nn.Flatten())


# --- teacher and lessons ------------------------------------------------------------------------

def read_cnn(path):
    """The shipped CNN, whose graph is a chain of few kinds of steps, as a function: images -> logits [n, 10]."""
    graph = onnx.load(str(path)).graph
    weights = {w.name: torch.from_numpy(numpy_helper.to_array(w).copy()) for w in graph.initializer}
    steps = {
        "Conv": lambda x, setting, *w: F.conv2d(x, *w, setting["strides"], setting["pads"][:2]),
        "Relu": lambda x, _: F.relu(x),
        "Flatten": lambda x, _: x.flatten(1),
        "Gemm": lambda x, _, *w: F.linear(x, *w),
    }

    @torch.no_grad()
    def answer(images):
        x = ((images - MEAN) / DEVIATION).contiguous(memory_format=torch.channels_last)
        for node in graph.node:
            if node.op_type not in ("Constant", "Sub", "Div", "Softmax"):       # the two ends of the chain
                setting = {a.name: helper.get_attribute_value(a) for a in node.attribute}
                x = steps[node.op_type](x, setting, *(weights[name] for name in node.input[1:]))
        return x

    return answer


class Lessons:
    """A pool of augmented images, each with its label and with what the teacher thinks of it; one pass gives all in new batches.

    Augmenting and asking the teacher takes five times as long as learning from it, hence a pool that is used for several passes.
    """

    def __init__(self, teacher, batch=256):
        self.teacher, self.batch = teacher, batch
        self.images, self.labels, self.thoughts = [], [], []

    def add(self, images, labels, strength):
        """Adds one augmented copy of each image."""
        for part in images.split(250):
            changed = (255 * augment(part, strength)).round()
            self.images.append(changed.to(torch.uint8))
            self.thoughts.append(self.teacher(changed / 255))
        self.labels.append(labels)

    def __len__(self):
        return sum(map(len, self.images)) // self.batch

    def __iter__(self):
        self.images, self.labels, self.thoughts = ([torch.cat(part)] for part in (self.images, self.labels, self.thoughts))
        for some in torch.randperm(len(self.labels[0]))[:len(self) * self.batch].view(len(self), -1):
            yield self.images[0][some].float() / 255, (self.labels[0][some], self.thoughts[0][some])


def loss(scores, truth):
    """Cross-entropy with the label and, at a higher temperature, with the teacher's answer (Hinton, Vinyals and Dean, 2015)."""
    labels, thoughts = truth
    soft = F.cross_entropy(scores / WARMTH, (thoughts / WARMTH).softmax(1))
    return (1 - TRUST) * F.cross_entropy(scores, labels) + TRUST * WARMTH ** 2 * soft


# --- export -------------------------------------------------------------------------------------

class Packed:
    """The network as three layers `image @ (bytes * scale) + bias`: normalisations folded in, a signed byte a weight, a scale a cell."""

    @torch.no_grad()
    def __init__(self, network, temperature):
        first, first_norm, _, second, second_norm, *_ = network.layers
        self.layers = []
        for linear, norm in (first, first_norm), (second, second_norm), (network.last, None):
            weight = linear.weight.flatten(1)
            if norm:
                factor = norm.weight / (norm.running_var + norm.eps).sqrt()
                weight, bias = weight * factor[:, None], norm.bias - norm.running_mean * factor
            else:
                weight, bias = weight / temperature, linear.bias / temperature
            if linear is first:
                weight, bias = weight / DEVIATION, bias - weight.sum(1) * MEAN / DEVIATION
            scale = weight.abs().amax(1) / 127
            self.layers.append(((weight / scale[:, None]).round().to(torch.int8).t().contiguous(), scale, bias))

    def __call__(self, images):
        """images [n, 1, 28, 28] -> probabilities [n, 10], embedding [n, 128]."""
        x = images.flatten(1)
        for weight, scale, bias in self.layers:
            embedding, x = x, F.conv2d(x[..., None, None], (weight * scale).t()[..., None, None], bias).flatten(1)
            if len(bias) > 10:
                x = F.relu(x)
        return x.softmax(1), embedding

    def export(self, path):
        """Writes the ONNX file: input `image` [N, 1, 28, 28], outputs `probabilities` [N, 10] and `embedding` [N, 128].

        ONNX Runtime turns the bytes into floats once, when it loads the file.
        """
        nodes, constants = [helper.make_node("Flatten", ["image"], ["pixels"])], []
        names = ["pixels", "hidden", "embedding", "scores"]
        for i, layer in enumerate(self.layers):
            bytes_, scale, bias = (f"{part}{i}" for part in ("bytes", "scale", "bias"))
            constants += [numpy_helper.from_array(value.numpy(), name) for value, name in zip(layer, (bytes_, scale, bias))]
            last = i == len(self.layers) - 1
            nodes += [helper.make_node("Cast", [bytes_], [f"float{i}"], to=TensorProto.FLOAT),
                      helper.make_node("Mul", [f"float{i}", scale], [f"weight{i}"]),
                      helper.make_node("Gemm", [names[i], f"weight{i}", bias], [names[i + 1] if last else f"sum{i}"])]
            if not last:
                nodes.append(helper.make_node("Relu", [f"sum{i}"], [names[i + 1]]))
        nodes.append(helper.make_node("Softmax", ["scores"], ["probabilities"], axis=1))
        tensor = lambda name, *shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, ["N", *shape])
        graph = helper.make_graph(nodes, "mnist-mlp", [tensor("image", 1, 28, 28)],
                                  [tensor("probabilities", 10), tensor("embedding", 128)], constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
        onnx.checker.check_model(model)
        onnx.save(model, str(path))
