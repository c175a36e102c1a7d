"""What an Operator reads on a page that waits for approval."""

from wagtail.locks import WorkflowLock

from project.lib.localdates import format_moment


class WaitingForApproval(WorkflowLock):
    """Wagtail's lock of a page in the workflow, saying since when, and how to get at the text again."""

    def get_message(self, user):
        if not self.for_user(user):
            return None
        state = self.object.current_workflow_state
        words = (
            f"Halaman ini sedang menunggu persetujuan sejak {format_moment(state.current_task_state.started_at)}. "
            "Selama menunggu, isinya tidak bisa diubah."
        )
        if state.user_can_cancel(user):
            words += " Perlu mengubahnya dulu? Pilih “Batalkan pengajuan” di bawah."
        return words
