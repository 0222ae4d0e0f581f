namespace VirtualOffice.Sdk.Staffing;

/// <summary>Who calls a company in a simulation.</summary>
/// <param name="Calls">How many callers, by interval; the last holds from then on.</param>
/// <param name="VipShare">Which share of them are VIPs, who go first.</param>
/// <param name="MaxWaiting">How many may wait before the next is turned away; null for any number.</param>
internal sealed record SimulatedCompany(IReadOnlyList<double> Calls, double VipShare = 0, int? MaxWaiting = null);
