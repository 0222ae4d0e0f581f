using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.Testing;

namespace VirtualOffice.Sdk.Asterisk.Tests.Live;

/// <summary>What every telephony provider promises, kept by the real one.</summary>
public sealed class AsteriskConformanceTests(AsteriskServer server) : LiveTest(server)
{
    public static TheoryData<string> Names => [.. TelephonyConformance.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Case_OnTheRealPbx(string name)
    {
        await TelephonyConformance.Cases.Single(c => c.Name == name).RunAsync(Bench, Cancellation);
        await Server.Control.IsEmptyAsync();
    }
}
