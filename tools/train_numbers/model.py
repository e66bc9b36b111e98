"""The number reader's network: convolutions only, CTC at the end, 1 output column per 4 input columns.

Every layer is one that OpenCV DNN 4.6 runs from ONNX with dynamic batch and width. Early layers are
narrow, because they see most pixels: PLATFORM figures of a wide first design were 2.8 to 3.9 ms a
line. The receptive field of an output column is about five digits, enough to tell a comma from a
point by the base line around it, too little to learn which numbers are likely.
"""
import copy

import onnx
import torch
import torch.nn.utils.fusion
from onnx import numpy_helper
from torch import nn

from symbols import SYMBOLS


def conv(inputs, outputs, kernel, stride=1, padding=None):
    if padding is None:
        padding = tuple(k // 2 for k in kernel)
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False),
                         nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Context(nn.Module):
    """Neighbouring columns, added to what the column itself says."""

    def __init__(self, channels):
        super().__init__()
        self.layers = conv(channels, channels, (1, 5))

    def forward(self, x):
        return x + self.layers(x)


class Reader(nn.Module):
    """N x 1 x 32 x W, ink 1 on paper 0, W a multiple of 4 -> N x classes x 1 x W/4 logits."""

    def __init__(self, c1=16, c2=32, c3=48, c4=80, c5=96, c6=128):
        super().__init__()
        self.layers = nn.Sequential(
            conv(1, c1, (3, 3), (2, 2)),   # 16 x W/2
            conv(c1, c2, (3, 3)),          # 16 x W/2
            nn.MaxPool2d(2),               # 8 x W/4
            conv(c2, c3, (3, 3)),          # 8 x W/4
            conv(c3, c4, (3, 3), (2, 1)),  # 4 x W/4
            conv(c4, c5, (3, 3), (2, 1)),  # 2 x W/4
            conv(c5, c6, (2, 1), padding=(0, 0)),  # 1 x W/4
            Context(c6), Context(c6),
            nn.Conv2d(c6, len(SYMBOLS) + 1, (1, 1)))

    def forward(self, x):
        return self.layers(x)


def parameters(model):
    return sum(p.numel() for p in model.parameters())


def folded(model):
    """A copy whose batch norms are part of the convolutions before them."""
    model = copy.deepcopy(model).eval()
    for pair in [m for m in model.modules() if isinstance(m, nn.Sequential) and len(m) == 3
                 and isinstance(m[1], nn.BatchNorm2d)]:
        pair[0] = torch.nn.utils.fusion.fuse_conv_bn_eval(pair[0], pair[1])
        pair[1] = nn.Identity()
    return model


def load(model, path, images):
    """Takes the weights of an exported network, to train on from there.

    Export folded the batch norms away. They are set up again so that on `images` (a batch like those
    of the training) each leaves its convolution's output as it is but for the exported bias: the mean
    and the deviation that it takes off are those of the images, and it puts them on again.
    """
    weights = {w.name: torch.from_numpy(numpy_helper.to_array(w).copy())
               for w in onnx.load(path).graph.initializer}
    with torch.no_grad():
        for name, module in model.named_modules():
            if not isinstance(module, nn.Conv2d):
                continue
            module.weight.copy_(weights[name + ".weight"])
            if module.bias is not None:
                module.bias.copy_(weights[name + ".bias"])
        model.eval()
        for name, pair in model.named_modules():
            if not (isinstance(pair, nn.Sequential) and len(pair) == 3
                    and isinstance(pair[1], nn.BatchNorm2d)):
                continue
            norm, bias = pair[1], weights[name + ".0.bias"]
            seen = []
            norm.weight.copy_((norm.running_var + norm.eps).sqrt())
            norm.bias.copy_(bias)  # running mean 0, variance 1: the bias alone
            hook = pair[0].register_forward_hook(lambda _, __, out, seen=seen: seen.append(out))
            model(images)
            hook.remove()
            norm.running_mean.copy_(seen[0].mean((0, 2, 3)))
            norm.running_var.copy_(seen[0].var((0, 2, 3)))
            norm.weight.copy_((norm.running_var + norm.eps).sqrt())
            norm.bias.copy_(bias + norm.running_mean)


def export(model, path):
    """ONNX opset 11 with dynamic batch and width."""
    model = folded(model)
    torch.onnx.export(model, torch.zeros(2, 1, 32, 128), path, opset_version=11, input_names=["lines"],
                      output_names=["logits"], dynamic_axes={"lines": {0: "batch", 3: "width"},
                                                             "logits": {0: "batch", 3: "columns"}})
