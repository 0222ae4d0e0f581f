using System.Globalization;
using BenchmarkDotNet.Running;
using VirtualOffice.Sdk.Benchmarks.Dispatching;
using VirtualOffice.Sdk.Benchmarks.Live;
using VirtualOffice.Sdk.Benchmarks.Restarting;
using VirtualOffice.Sdk.Benchmarks.Stores;

if (args is ["stores", ..])
{
    await StoreThroughput.RunAsync(Console.Out);
    return;
}

if (args is ["restart", .. var rest])
{
    await OfficeRestart.RunAsync(Console.Out, calls: rest is [var calls, ..] ? int.Parse(calls, CultureInfo.InvariantCulture) : 10_000);
    return;
}

if (args is ["answering-host", var asterisk, var password, var database])
{
    await AnsweringHost.RunAsync(Console.Out, new Uri(asterisk), password, database);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(DispatchBoardBenchmarks).Assembly).Run(args);
