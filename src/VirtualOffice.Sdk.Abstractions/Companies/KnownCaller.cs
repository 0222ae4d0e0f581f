using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Companies;

/// <summary>A caller a company knows.</summary>
/// <param name="Number">The number they call from.</param>
/// <param name="Name">Who they are.</param>
public sealed record KnownCaller(PhoneNumber Number, string Name)
{
    /// <summary>Before whom they are served.</summary>
    public CallPriority Priority { get; init; }

    /// <summary>What operators should know when they call; null for nothing.</summary>
    public string? Note { get; init; }
}
