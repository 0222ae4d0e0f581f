using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>The phones of a simulated PBX pick up when they are told to.</summary>
internal sealed class SimulatedOperatorPhones(SimulatedPbx pbx) : IOperatorPhones
{
    public bool CanAnswer(LegId leg) => leg.Pbx == pbx.Name;

    public Task<bool> AnswerAsync(LegId leg, CancellationToken cancellationToken)
    {
        var party = CanAnswer(leg) ? pbx.FindParty(leg) : null;
        if (party is null or { IsCaller: true } or { IsGone: true })
        {
            return Task.FromResult(false);
        }

        party.Answer();
        return Task.FromResult(party.AnsweredAt is not null);
    }
}
