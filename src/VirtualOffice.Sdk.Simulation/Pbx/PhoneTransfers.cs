using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>Transfers that are asked for at phones: reported to the host, which tells the phone how they go.</summary>
internal sealed class PhoneTransfers(Switchboard pbx)
{
    // A phone lets go a moment after it was told that somebody has answered.
    private static readonly TimeSpan LetsGo = TimeSpan.FromMilliseconds(50);

    public void Ask(Leg leg, string to, Leg? other)
    {
        if (leg.IsUp)
        {
            (leg.AwaitsTransfer, leg.TransferOther) = (true, other);
            pbx.Events.Send(new LegTransferAsked(leg.Id, to, other?.Id));
        }
    }

    public CommandResult Report(Leg leg, PhoneTransferState state)
    {
        if (!leg.AwaitsTransfer)
        {
            return CommandResult.Gone;
        }

        leg.TransferReports.Add(state);
        leg.AwaitsTransfer = state == PhoneTransferState.Trying;
        if (state == PhoneTransferState.Answered)
        {
            pbx.Timers.After(LetsGo, () =>
            {
                pbx.End(leg, LegEndCause.Normal);
                if (leg.TransferOther is { } other)
                {
                    pbx.End(other, LegEndCause.Normal);
                }
            });
        }

        return CommandResult.Done;
    }
}
