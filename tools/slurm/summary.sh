#!/usr/bin/env bash
#SBATCH --job-name=crossfoot-summary
# One summary of all shards: summary.sh OUTPUT; see submit.sh. What a lost shard left is pending.
exec "${CROSSFOOT:-crossfoot}" batch -o "$1" --summary
