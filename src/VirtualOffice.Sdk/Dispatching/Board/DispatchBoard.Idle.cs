using VirtualOffice.Sdk.Dispatching.Strategies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <content>How operators stand among the idle ones, and leave them.</content>
internal sealed partial class DispatchBoard
{
    private void Stand(ref BoardOperator op)
    {
        op.Marks |= OperatorMarks.Stands;
        for (var seat = op.FirstSeat; seat < op.SeatsEnd; seat++)
        {
            Stand(ref op, seat);
        }
    }

    private void Stand(ref BoardOperator op, BoardCompany company)
    {
        if (op.Has(OperatorMarks.Stands))
        {
            for (var seat = op.FirstSeat; seat < op.SeatsEnd; seat++)
            {
                if (_lanes[_seats[seat].Lane].Company == company)
                {
                    Stand(ref op, seat);
                }
            }
        }
    }

    private void Stand(ref BoardOperator op, int seat)
    {
        var company = _lanes[_seats[seat].Lane].Company;
        if (company.Strategy is { } strategy)
        {
            _idle.Add(seat, strategy.SortKey(FactsOf(ref op, company)), op.IdleTurn);
        }
        else
        {
            _idle.Add(seat, op.IdleTurn);
        }
    }

    /// <summary>Takes an operator who stands idle from the lanes: of one company, or of all for good.</summary>
    private void Leave(ref BoardOperator op, BoardCompany? company)
    {
        if (!op.Has(OperatorMarks.Stands))
        {
            return;
        }

        for (var seat = op.FirstSeat; seat < op.SeatsEnd; seat++)
        {
            if (company is null || _lanes[_seats[seat].Lane].Company == company)
            {
                _idle.Remove(seat);
            }
        }

        op.Set(OperatorMarks.Stands, company is not null);
    }

    private OperatorFacts FactsOf(ref BoardOperator op, BoardCompany company)
    {
        var profile = _operators.DetailsOf(op.Index).Profile;
        return new OperatorFacts
        {
            IdleTurn = op.IdleTurn,
            OfferTurn = op.OfferTurn,
            CallsTaken = op.CallsTaken,
            TalkTime = new TimeSpan(op.TalkTime),
            Order = profile.Order,
            Weight = profile.Weight,
            Random = SplitMix.Draw(Options.Seed, op.IdleTurn),
            LastKey = company.LastKey,
        };
    }
}
