using Microsoft.AspNetCore.SignalR;

namespace VirtualOffice.Sdk.DeskBenchmarks;

/// <summary>The least that SignalR can do, to measure the rest against.</summary>
internal sealed class EchoHub : Hub
{
    public long Echo(long value) => value;
}
