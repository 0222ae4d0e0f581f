using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>One step of the plan by which a person is reached.</summary>
internal sealed record DeskNumberView(string Number, ReachKind Kind, double? RingSeconds, TransferKind Transfer, bool MustAccept)
{
    public static DeskNumberView Of(ReachNumber reach) => new(reach.Number.ToString(), reach.Kind, reach.RingTime?.TotalSeconds, reach.Transfer, reach.MustAccept);
}
