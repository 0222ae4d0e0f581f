using VirtualOffice.Sdk.Testing;

namespace VirtualOffice.Sdk.Simulation.Tests;

public sealed class SimulatedPbxConformanceTests
{
    public static TheoryData<string> Names => [.. TelephonyConformance.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_AsItComes(string name) => Run(name, 1, TaskOrder.Fifo, new SimulatedPbxOptions());

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_WithoutLatency(string name) =>
        Run(name, 1, TaskOrder.Fifo, new SimulatedPbxOptions { MaxCommandLatency = TimeSpan.Zero, MaxEventLatency = TimeSpan.Zero });

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_WithSlowAndRepeatedEventsInAnyInterleaving(string name)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            Run(
                name,
                seed,
                TaskOrder.Seeded,
                new SimulatedPbxOptions
                {
                    MaxCommandLatency = TimeSpan.FromMilliseconds(200),
                    MaxEventLatency = TimeSpan.FromMilliseconds(300),
                    MaxRecordingLatency = TimeSpan.FromMilliseconds(500),
                },
                repeated: 0.3);
        }
    }

    private static void Run(string name, int seed, TaskOrder order, SimulatedPbxOptions options, double repeated = 0)
    {
        options.Prompts["known"] = TimeSpan.FromSeconds(2);
        options.OtherPrompts = null;
        var world = new SimulatedWorld(seed, new SimulatedWorldOptions { Order = order });
        var pbx = new SimulatedPbx(world.Runtime, "pbx", options);
        pbx.Faults.RepeatedEvents = repeated;
        new SimulatedTestBench(world, pbx, world.AddHost()).Run(TelephonyConformance.Cases.Single(c => c.Name.Equals(name, StringComparison.Ordinal)));
    }
}
