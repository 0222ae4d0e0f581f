namespace VirtualOffice.Sdk.Testing;

/// <summary>How a phone on a test bench behaves when it is dialled.</summary>
/// <param name="Reaction">What it does.</param>
/// <param name="Rings">About how long it rings before it is answered or the call is declined.</param>
/// <param name="Talks">About how long after the answer it hangs up; null for never.</param>
public sealed record TestPhone(TestPhoneReaction Reaction, TimeSpan Rings = default, TimeSpan? Talks = null);
