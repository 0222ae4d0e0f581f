using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <content>Why an operator is not asked. Walks lists: for people who ask, not for decisions.</content>
internal sealed partial class DispatchBoard
{
    /// <summary>The operators assigned to a company, in the order of their assignment.</summary>
    public IEnumerable<int> OperatorsOf(int company) => _companies[company].Operators.Select(o => o.Operator);

    /// <summary>What keeps an operator from being offered a call now.</summary>
    public Obstacle ObstacleOf(CallHandle handle, int op, long now)
    {
        var slot = _calls.Find(handle);
        ref var candidate = ref _operators[op];
        if (slot < 0)
        {
            return new Obstacle(ObstacleKind.CallGone);
        }

        ref var call = ref _calls[slot];
        ref var lane = ref _lanes[call.Lane];
        var ring = lane.Company.Operators.Find(o => o.Operator == op).Ring;
        if (candidate.State != OperatorState.Available)
        {
            return new Obstacle(ObstacleKind.Busy);
        }

        if (SeatAt(ref candidate, call.Lane) < 0)
        {
            return new Obstacle(ObstacleKind.SkillMissing);
        }

        if (_exclusions.Contains(slot, call, op, now))
        {
            return new Obstacle(ObstacleKind.Declined);
        }

        if (call.Place == CallPlace.Apart && call.Operator != op)
        {
            return new Obstacle(ObstacleKind.PromisedToAnother);
        }

        return lane.Company.OpensAt(call, ring) is var opens && opens > now ? new Obstacle(ObstacleKind.BackupLater, opens) : new Obstacle(ObstacleKind.None);
    }
}
