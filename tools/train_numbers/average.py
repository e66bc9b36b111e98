"""Averages two exported models weight by weight: the start of a run and its end.

  average.py START.onnx END.onnx SHARE OUT.onnx      SHARE of the end, 0 to 1

A model and what `train.py --from` made of it lie in one basin of the loss, and between them reads
better than either, most of all on fonts and damage that neither has seen.
Source: Wortsman et al., "Robust fine-tuning of zero-shot models", CVPR 2022.
"""
import argparse
import os

import onnx
from onnx import numpy_helper


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("start")
    parser.add_argument("end")
    parser.add_argument("share", type=float)
    parser.add_argument("out")
    args = parser.parse_args()
    model, end = onnx.load(args.start), onnx.load(args.end)
    ends = {weight.name: numpy_helper.to_array(weight) for weight in end.graph.initializer}
    for weight in model.graph.initializer:
        start = numpy_helper.to_array(weight)
        mean = (1 - args.share) * start + args.share * ends[weight.name]
        weight.CopyFrom(numpy_helper.from_array(mean.astype(start.dtype), weight.name))
    onnx.save(model, args.out + ".part")
    os.replace(args.out + ".part", args.out)


if __name__ == "__main__":
    main()
