#!/usr/bin/env python3
"""How long the review page takes to open, and from a click to the frame that shows its effect.

usage: review_clicks.py REVIEW.html [--clicks 200] [--seed 1]

Real mouse clicks in headless Chromium on cells of the table side. Half of them go to a cell of the
page that is shown, half to one of another page, drawn at random over the document; the time is that
of the browser's own Event Timing (input to next paint, in steps of 8 ms). Printed in milliseconds,
and as a ratio of the clicks to another page to those on the same page, which is what turning the
page costs. Without a graphics card, painting is on the processor.
"""
import argparse, os, random, sys, time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools"))
import browser

PAUSE = 0.4  # s between clicks: quick work with the mouse

WATCH = """window.durations = [];
new PerformanceObserver((list) => { for (const e of list.getEntries()) if (e.name === 'pointerdown' || e.name === 'click')
  durations.push(e.duration); }).observe({type: 'event', durationThreshold: 16});"""


def click(page, index):
    """Clicks the cell on the table side; the longest of the events it made, in milliseconds."""
    for _ in range(2):  # tables out of view get their height when they come into it, and move others
        page.value(f"cells[{index}].td.scrollIntoView({{block: 'center', inline: 'center'}})")
        time.sleep(PAUSE / 2)
    x, y = page.value(f"(() => {{ const b = cells[{index}].td.getBoundingClientRect();"
                      " return [b.x + b.width / 2, b.y + b.height / 2]; })()")
    page.value("durations.length = 0")
    for kind in ("mousePressed", "mouseReleased"):
        page.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
    time.sleep(PAUSE)
    assert page.value(f"chosen === cells[{index}]"), f"the click on cell {index} at {x}, {y} met something else"
    return page.value("Math.max(8, ...durations)")  # shorter ones are not reported


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("page")
    parser.add_argument("--clicks", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    with browser.Browser() as page:
        begun = time.monotonic()
        page.open(os.path.abspath(args.page))
        page.value("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        opened = time.monotonic() - begun
        page.value(WATCH)
        pages = page.value("cells.map((cell) => cell.page)")
        same, other = [], []
        at = rng.randrange(len(pages))
        click(page, at)
        for i in range(args.clicks):
            near = [j for j, number in enumerate(pages) if (number == pages[at]) == (i % 2 == 0)]
            if near:
                at = rng.choice(near)
                (same if i % 2 == 0 else other).append(click(page, at))
    print(f"{'':14}{'clicks':>7}{'median':>8}{'p95':>8}{'longest':>9}   ms")
    middle = {}
    for name, times in (("same page", sorted(same)), ("another page", sorted(other))):
        if times:
            middle[name] = times[len(times) // 2]
            print(f"{name:14}{len(times):7}{middle[name]:8.0f}{times[int(0.95 * (len(times) - 1))]:8.0f}{times[-1]:9.0f}")
    print(f"opened in {opened:.2f} s" + (f"; another page / same page {middle['another page'] / middle['same page']:.2f}"
                                         if len(middle) == 2 else ""))


if __name__ == "__main__":
    main()
