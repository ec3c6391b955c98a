"""What a worker process really takes, seen from outside. Linux only."""

from pathlib import Path


def peak_bytes() -> int:
    """The most memory that a child of this process has held so far, in bytes; 0 without children."""
    most = 0
    for task in Path("/proc/self/task").iterdir():
        for child in (task / "children").read_text().split():
            try:
                status = Path(f"/proc/{child}/status").read_text()
            except OSError:
                continue
            for line in status.splitlines():
                if line.startswith("VmHWM:"):
                    most = max(most, int(line.split()[1]) * 1024)
    return most


def samples(root: Path) -> list[Path]:
    """The sample files below a folder of tests: all that is neither program nor table."""
    skipped = {".py", ".jsonl", ".json", ".pyc", ".md", ".html.in"}
    return sorted(
        path
        for path in root.rglob("*")
        if path.is_file() and path.suffix not in skipped and "__pycache__" not in path.parts and path.stat().st_size
    )
