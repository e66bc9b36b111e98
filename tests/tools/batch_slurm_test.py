#!/usr/bin/env python3
"""Runs a manifest over a Slurm cluster of two nodes on this machine, kills two workers, and counts what was done.

usage: batch_slurm_test.py CROSSFOOT SUBMIT_SH [--documents N] [--seed N]

Starts munged, slurmctld and two slurmd of its own, with their files in a temporary folder; skipped (77, with the
reason) where they are not installed or this is not root. Shard 1 loses its crossfoot process, which the script starts
again; shard 2 loses its script too and is lost, until the manifest is submitted once more. In the end the results are
those of one undisturbed process to the byte, and each content was finished once.
"""
import argparse, collections, glob, os, re, shutil, signal, socket, sqlite3, subprocess, sys, tempfile, time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from batch_documents import write_archive
from batch_kill_test import result_folders, results, summary

SHARDS = 4
DAEMONS = ("munged", "slurmctld", "slurmd", "sbatch")
WAIT_S = 300


def find(program):
    return shutil.which(program, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for s in sockets:
        s.bind(("127.0.0.1", 0))
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    return ports


def until(what, done):
    end = time.monotonic() + WAIT_S
    while not done():
        assert time.monotonic() < end, "waited in vain for " + what
        time.sleep(0.05)


class Cluster:
    """Two nodes with two slots each; the daemons in the foreground, so that they end with this."""

    def __init__(self, folder):
        self.folder, self.daemons = folder, []
        controller, node1, node2 = free_ports(3)
        munge = os.path.join(folder, "munge.socket")
        host = socket.gethostname()
        self.environment = dict(os.environ, SLURM_CONF=os.path.join(folder, "slurm.conf"))
        with open(self.environment["SLURM_CONF"], "w", encoding="utf-8") as conf:
            conf.write(f"""ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={controller}
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket={munge}
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool-%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd-%n.pid
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/builtin
MpiDefault=none
NodeName=node1 NodeHostname={host} NodeAddr=127.0.0.1 Port={node1} CPUs=2
NodeName=node2 NodeHostname={host} NodeAddr=127.0.0.1 Port={node2} CPUs=2
PartitionName=test Nodes=ALL Default=YES State=UP
""")
        with open(os.path.join(folder, "munge.key"), "wb") as key:
            os.fchmod(key.fileno(), 0o400)
            key.write(os.urandom(1024))
        self.start("munged", "--foreground", "--force", f"--socket={munge}", f"--key-file={folder}/munge.key",
                   f"--pid-file={folder}/munged.pid", f"--log-file={folder}/munged.log", f"--seed-file={folder}/munge.seed")
        until("munged", lambda: os.path.exists(munge))
        self.start("slurmctld", "-D", "-c", "-i")
        for node in ("node1", "node2"):
            self.start("slurmd", "-D", "-N", node)
        until("the nodes", lambda: self.run("sinfo", "-h", "-o", "%T %D") == "idle 2\n")

    def start(self, program, *arguments):
        log = open(os.path.join(self.folder, program + ".out"), "ab")
        self.daemons.append(subprocess.Popen([find(program), *arguments], env=self.environment, stdout=log, stderr=log))

    def run(self, *arguments):
        return subprocess.run([find(arguments[0]), *arguments[1:]], env=self.environment, capture_output=True, text=True).stdout

    def stop(self):
        for daemon in reversed(self.daemons):
            daemon.terminate()
        for daemon in self.daemons:
            try:
                daemon.wait(10)
            except subprocess.TimeoutExpired:
                daemon.kill()


def command_line(pid):
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            return file.read().decode(errors="replace").split("\0")
    except OSError:
        return []


def workers(output, shard):
    """Process ids: the crossfoot processes of a shard, and the scripts around them."""
    pids = [int(name) for name in os.listdir("/proc") if name.isdigit()]
    lines = {pid: command_line(pid) for pid in pids}
    crossfoot = [pid for pid, line in lines.items() if output in line and f"{shard}/{SHARDS}" in line]
    scripts = [int(open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[1]) for pid in crossfoot]
    return crossfoot, [pid for pid in scripts if pid not in crossfoot]


def finished(output, shard):
    """How many documents the journal of a shard says are finished."""
    path = os.path.join(output, "journal", f"{shard}-of-{SHARDS}.sqlite")
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as journal:
            return journal.execute("SELECT count(*) FROM documents").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def log_of(output, name):
    with open(os.path.join(output, "journal", name + ".log"), encoding="utf-8") as file:
        return file.read()


def skip_reason():
    missing = [program for program in DAEMONS if find(program) is None]
    if missing:
        return f"{', '.join(missing)}: not installed (Debian: slurm-wlm, munge)"
    return "" if os.geteuid() == 0 else "slurmd starts jobs for others, which takes root"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("crossfoot")
    parser.add_argument("submit")
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if reason := skip_reason():
        print("skipped:", reason)
        sys.exit(77)
    folder = tempfile.mkdtemp()
    cluster = None
    try:
        cluster = Cluster(folder)
        test(options, folder, cluster)
    finally:
        if cluster is not None:
            cluster.stop()
        shutil.rmtree(folder)


def test(options, folder, cluster):
    crossfoot = os.path.abspath(options.crossfoot)
    archive, alone, output, manifest = (os.path.join(folder, name) for name in ("archive", "alone", "output", "manifest"))
    contents = write_archive(archive, options.documents, options.seed)
    with open(manifest, "w", encoding="utf-8") as file:
        subprocess.run(["sha256sum", *sorted(glob.glob(archive + "/*/*.pdf"))], stdout=file, check=True)
    subprocess.run([crossfoot, "batch", "--manifest", manifest, "-o", alone, "--lang", "eng", "--quiet"], stderr=subprocess.DEVNULL)

    def submit():
        done = subprocess.run([options.submit, manifest, output, str(SHARDS), "--lang", "eng", "--verbose"], text=True,
                              env=dict(cluster.environment, CROSSFOOT=crossfoot), capture_output=True, check=True)
        return done.stdout.split()

    def wait():
        until("the jobs", lambda: cluster.run("squeue", "-h") == "")

    def kill(shard, script_too):
        until(f"work in shard {shard}", lambda: finished(output, shard) >= 2)
        processes, scripts = workers(output, shard)
        for pid in (scripts if script_too else []) + processes:
            os.kill(pid, signal.SIGKILL)
        return len(processes)

    submit()
    assert kill(2, script_too=True) >= 1
    assert kill(1, script_too=False) >= 1
    wait()
    assert "was killed by signal 9" in log_of(output, "shard-1")
    _, totals = summary(output)
    lost = totals["pending"]
    assert lost > 0, "the lost shard was through before it was killed"
    print(f"first submission: {totals['inputs'] - lost} inputs settled, {lost} pending", flush=True)

    submit()
    wait()
    rows, totals = summary(output)
    assert totals["pending"] == 0
    assert (rows, totals) == summary(alone), "the summaries differ"
    assert results(output) == results(alone), "the results differ"
    owners = collections.Counter()
    for path in glob.glob(os.path.join(output, "journal", "*.sqlite")):
        with sqlite3.connect(path) as journal:
            owners.update(row[0] for row in journal.execute("SELECT sha256 FROM documents"))
    assert len(owners) == contents and set(owners.values()) == {1}, "a content stands in two journals"
    said = collections.Counter()
    for shard in range(1, SHARDS + 1):
        said.update(re.findall(r"(\S+\.pdf): done, ", log_of(output, f"shard-{shard}")))
    assert said and set(said.values()) == {1}, "a document was finished twice"
    print(f"{options.documents} documents, {contents} contents, {len(result_folders(results(output)))} results in {SHARDS} shards "
          "on 2 nodes, 2 workers killed: nothing lost, nothing done twice")


if __name__ == "__main__":
    main()
