namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>A desk that was opened.</summary>
internal sealed record DeskSessionView(long Epoch, double LeaseSeconds);
