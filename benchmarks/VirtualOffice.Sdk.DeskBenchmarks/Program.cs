using VirtualOffice.Sdk.DeskBenchmarks;

// The office is a process of its own, so that what it costs is not mixed with what its desks cost.
if (args is ["serve", ..])
{
    await OfficeServer.RunAsync(int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture), int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture), int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture), args[4]);
    return 0;
}

string[] all = ["pop", "reconnect", "board", "search"];
var wanted = args.Length == 0 ? all : args;
if (wanted.FirstOrDefault(w => !all.Contains(w)) is { } unknown)
{
    Console.Error.WriteLine($"'{unknown}' is not known; allowed are {string.Join(", ", all)}.");
    return 2;
}

var report = new Report();
foreach (var what in wanted)
{
    await (what switch
    {
        "pop" => PopBenchmark.RunAsync(report),
        "reconnect" => ReconnectBenchmark.RunAsync(report),
        "board" => BoardBenchmark.RunAsync(report),
        _ => SearchBenchmark.RunAsync(report),
    });
}

await Console.Out.WriteLineAsync(report.ToString());
return 0;
