using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>Writes what happens to the legs of a PBX into the timeline; it only looks, so that a run with it is the same as without.</summary>
internal sealed class PbxLog(SimulatedPbx pbx, Timeline timeline)
{
    private readonly Dictionary<LegId, string> _seen = [];

    public void Look()
    {
        var parties = pbx.Parties;
        foreach (var party in parties)
        {
            Note(party, $"{party.State}, hears {party.Hears}");
        }

        if (_seen.Count > parties.Count)
        {
            var alive = parties.Select(p => p.Leg).ToHashSet();
            foreach (var leg in _seen.Keys.Where(l => !alive.Contains(l)).ToList())
            {
                _seen.Remove(leg);
                timeline.Write("leg", $"{leg} ended {pbx.FindParty(leg)?.EndCause}");
            }
        }
    }

    private void Note(SimulatedParty party, string state)
    {
        if (_seen.GetValueOrDefault(party.Leg) != state)
        {
            timeline.Write("leg", _seen.ContainsKey(party.Leg) ? $"{party.Leg} {state}" : $"{party.Leg} ({(party.IsCaller ? party.Dialled : party.Target)}) {state}");
            _seen[party.Leg] = state;
        }
    }
}
