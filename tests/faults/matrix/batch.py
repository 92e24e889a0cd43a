"""Many runs side by side: each is brought to its start and struck. What comes then is the cron's (recovery.py)."""

from concurrent.futures import ThreadPoolExecutor

from .operations import STARTS
from .strike import Striker, counted
from .trial import Trial, insert

# On two cores more at once would only wait for each other, but for those that wait for the API.
AT_ONCE, WAITING_AT_ONCE = 6, 16

# Seconds by which what must not be due is put off.
OFF = 10_000_000


class Batch:
    def __init__(self, world, runs):
        self.world = world
        self.node = world.node(runs[0].modes, runs[0].charset)
        self.trials = [Trial(run, slot) for run, slot in zip(runs, world.slots.all)]

    @property
    def above(self):
        """The ledger's rows above this id are the batch's."""
        return self.world.snapshot.above["mod_jetpack_services"]

    def prepare(self):
        insert(self.world, self.trials)
        together(AT_ONCE, self._begin, self.trials)
        self.world.sandbox.clear_faults()

    def strike(self):
        striker = Striker(self)
        if self.trials[0].run.kind.name in self.world.whole:
            self.world.whole[self.trials[0].run.kind.name](self)
            self.world.books.close()
        elif self.trials[0].function is None:
            self._one_by_one(striker.strike)
        else:
            slow = [trial for trial in self.trials if trial.run.kind.name.startswith(("stall", "frozen"))]
            with ThreadPoolExecutor(1) as beside:
                waiting = beside.submit(together, WAITING_AT_ONCE, striker.strike, slow)
                together(AT_ONCE, striker.strike, [trial for trial in self.trials if trial not in slow])
                waiting.result()
        striker.end()

    def measure(self):
        """Notes how many statements and requests each call makes that nothing disturbs."""
        striker, sandbox = Striker(self), self.world.sandbox

        def strike(trial):
            before = sandbox.total()
            striker.strike(trial)
            self.world.counts[counted(trial.run)] = (trial.answers[0]["statements"], sandbox.total() - before)

        if self.trials[0].function is None:
            self._one_by_one(strike)
        else:
            for trial in self.trials:
                strike(trial)

    def _one_by_one(self, strike):
        """A cron sees to all that is due, so the others must not be."""
        rows = self.world.books.rows
        rows("UPDATE mod_jetpack_services SET next_look_at = next_look_at + %s WHERE id > %s", OFF, self.above)
        # Nor does it do what it does once an hour.
        rows("UPDATE mod_jetpack_schema SET swept_at = unix_timestamp(), tidied_at = unix_timestamp()")
        for trial in self.trials:
            row = (trial.run.target, trial.id)
            rows(
                "UPDATE mod_jetpack_services SET next_look_at = unix_timestamp() - 1, doubt_until = least(doubt_until, unix_timestamp() - 1)"
                " WHERE service_type = %s AND service_id = %s", *row,
            )
            strike(trial)
            rows("UPDATE mod_jetpack_services SET next_look_at = next_look_at + %s WHERE service_type = %s AND service_id = %s", OFF, *row)
        rows("UPDATE mod_jetpack_services SET next_look_at = next_look_at - %s WHERE id > %s AND next_look_at > %s", OFF, self.above, OFF)

    def _begin(self, trial):
        run = trial.run
        for function, faults in STARTS[run.start]:
            if faults:
                self.world.sandbox.faults([{"client_id": trial.slot.key} | fault for fault in faults])
            self.node.do(**trial.call(function))
        if run.start == "connected since":
            self.world.sandbox.connect(run.site)
        if run.operation.function == "ChangePackage":
            self._sell_other(trial)

    def _sell_other(self, trial):
        """As an upgrade in WHMCS does before it calls the module; what the owner reads goes along."""
        old, new = (trial.slot.products[plan] for plan in trial.run.operation.plans)
        field = "jetpack_provisioning_details"
        self.world.books.rows("UPDATE tblhosting SET packageid = %s WHERE id = %s", new[0], trial.id)
        self.world.books.rows(
            "INSERT INTO tblcustomfieldsvalues (fieldid, relid, value) SELECT %s, relid, value FROM tblcustomfieldsvalues"
            " WHERE fieldid = %s AND relid = %s", new[1][field], old[1][field], trial.id,
        )


def together(at_once, do, things):
    with ThreadPoolExecutor(at_once) as pool:
        for _ in pool.map(do, things):
            pass
