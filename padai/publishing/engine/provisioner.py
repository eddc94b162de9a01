"""How Jupyter comes to a kernel that is a copy of a process, where it would start one."""

from __future__ import annotations

from contextlib import suppress
from os import getpgid
from typing import Any

from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from padai.publishing.engine.many_kernels import source_of_kernels


class CopyProvisioner(LocalProvisioner):
    """Takes a copy of the source of kernels; starts a kernel where there is none to be had."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        """Return how to reach the kernel."""
        source = source_of_kernels()
        if source is None:
            return await super().launch_kernel(cmd, **kwargs)
        try:
            cwd = str(kwargs["cwd"])
            process = source.copy(cmd, kwargs["env"], cwd, kwargs["stderr"].name)
        except OSError:
            return await super().launch_kernel(cmd, **kwargs)
        self.process: Any = process
        self.pid = process.pid
        with suppress(OSError):
            self.pgid = getpgid(process.pid)
        self.cwd = cwd
        return self.connection_info
