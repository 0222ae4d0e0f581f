namespace VirtualOffice.Sdk.Simulation;

/// <summary>A stretch of time in which a party heard one thing.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end; null while it lasts.</param>
/// <param name="Sound">What was heard.</param>
public sealed record HeardSpan(DateTimeOffset From, DateTimeOffset? To, HeardSound Sound);
