"""Runs the tests of a module side by side: most of them wait, and each has a library of its own."""
import concurrent.futures
import sys
import time
import unittest


def run_one(test):
    result = unittest.TestResult()
    begun = time.monotonic()
    test(result)
    return test, result, time.monotonic() - begun


def tests_of(suite):
    for one in suite:
        yield from tests_of(one) if isinstance(one, unittest.TestSuite) else [one]


def slow(test):
    """Marks a test that waits for long: it is begun first."""
    test.slow = True
    return test


def is_quick(test):
    return not getattr(getattr(test, test._testMethodName), "slow", False)


def main(module="__main__", workers=5):
    """As unittest.main(): arguments name tests; exits 1 if one fails."""
    loader = unittest.defaultTestLoader
    here = sys.modules[module]
    wanted = sys.argv[1:]
    suite = loader.loadTestsFromNames(wanted, here) if wanted else loader.loadTestsFromModule(here)
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        for done in concurrent.futures.as_completed([pool.submit(run_one, test) for test in sorted(tests_of(suite), key=is_quick)]):
            test, result, took = done.result()
            told = result.failures + result.errors
            word = "FAIL" if told else f"skipped: {result.skipped[0][1]}" if result.skipped else "ok"
            print(f"{test.id().removeprefix('__main__.')} ... {word} ({took:.1f} s)", flush=True)
            for _, trace in told:
                print(trace, flush=True)
            bad += bool(told)
    sys.exit(1 if bad else 0)
