using VirtualOffice.Sdk.OfficeSimulation;

namespace VirtualOffice.Sdk.Tests.Offices;

public sealed class SimulationArgumentsTests
{
    [Fact]
    public void Parse_Seeds_RunsThem()
    {
        Assert.Equal(new SimulationArguments(1, 20, Replay: false, StopAtFirst: false), SimulationArguments.Parse(["--seeds", "20"]));
        Assert.Equal(new SimulationArguments(7, 20, Replay: false, StopAtFirst: true), SimulationArguments.Parse(["--from", "7", "--seeds", "20", "--stop-at-first"]));
    }

    [Fact]
    public void Parse_Seed_ReplaysIt() => Assert.Equal(new SimulationArguments(5, 1, Replay: true, StopAtFirst: true), SimulationArguments.Parse(["--seed", "5"]));

    [Theory]
    [InlineData("")]
    [InlineData("--seeds")]
    [InlineData("--seeds 0")]
    [InlineData("--seeds -3")]
    [InlineData("--seeds many")]
    [InlineData("--seeds 99999999999")]
    [InlineData("--seeds 5 --seeds 6")]
    [InlineData("--seeds 5 --seed 6")]
    [InlineData("--seed 6 --from 2")]
    [InlineData("--from 2")]
    [InlineData("--seeds 2147483647 --from 2")]
    [InlineData("--help")]
    public void Parse_WrongArguments_SaysWhatIsWrong(string args) =>
        Assert.NotEmpty(Assert.Throws<FormatException>(() => SimulationArguments.Parse(args.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Message);
}
