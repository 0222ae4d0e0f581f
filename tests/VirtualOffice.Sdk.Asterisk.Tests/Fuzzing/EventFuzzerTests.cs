using System.Diagnostics;
using System.Globalization;

namespace VirtualOffice.Sdk.Asterisk.Tests.Fuzzing;

public sealed class EventFuzzerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Events_ChangedAtRandom_AreReadOrRefusedAndMakeSense(int seed)
    {
        var fuzzer = new EventFuzzer(seed);

        fuzzer.Run(f => f.Fed < 3000);

        Assert.True(fuzzer.Fed >= 3000);
    }

    [Fact]
    public void Events_EarlierFindings_AreReadOrRefused()
    {
        using var world = new EventWorld();
        Assert.All(EventFuzzer.Interesting, input => world.Feed(input));
        Assert.NotEmpty(EventFuzzer.Interesting);
    }

    /// <summary>eng/fuzz-ari.sh lets it run with ever new seeds for as long as VO_FUZZ_MINUTES says; what is worth keeping is added to the file of VO_FUZZ_KEEP.</summary>
    [Fact]
    public void Events_ForAsLongAsWanted_AreReadOrRefusedAndMakeSense()
    {
        if (!double.TryParse(Environment.GetEnvironmentVariable("VO_FUZZ_MINUTES"), CultureInfo.InvariantCulture, out var minutes))
        {
            Events_ChangedAtRandom_AreReadOrRefusedAndMakeSense(4);
            return;
        }

        var clock = Stopwatch.StartNew();
        var (fed, kept, seed) = (0L, new List<byte[]>(), Environment.TickCount);
        while (clock.Elapsed.TotalMinutes < minutes)
        {
            // A new seed now and then: a run that has learned much finds little that is new.
            var fuzzer = new EventFuzzer(seed++);
            var end = Math.Min(minutes, clock.Elapsed.TotalMinutes + Math.Max(1, minutes / 4));
            fuzzer.Run(_ => clock.Elapsed.TotalMinutes < end);
            fed += fuzzer.Fed;
            if (fuzzer.Found.Count > kept.Count)
            {
                kept = fuzzer.Found;
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{fed} events fed, {kept.Count} inputs worth keeping in the best of the runs");
        if (Environment.GetEnvironmentVariable("VO_FUZZ_KEEP") is { Length: > 0 } file)
        {
            File.AppendAllLines(file, kept.Select(Convert.ToBase64String));
        }
    }
}
