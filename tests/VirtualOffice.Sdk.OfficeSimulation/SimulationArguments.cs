using System.Globalization;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>What the program is asked to do.</summary>
/// <param name="From">The first seed.</param>
/// <param name="Count">How many seeds.</param>
/// <param name="Replay">Whether the one seed is replayed with its timeline.</param>
/// <param name="StopAtFirst">Whether to stop at the first violation.</param>
internal sealed record SimulationArguments(int From, int Count, bool Replay, bool StopAtFirst)
{
    public const string Usage = """
        usage:
          eng/simulate.sh --seeds N [--from S] [--stop-at-first]   runs N seeds, from S (1)
          eng/simulate.sh --seed S                                 replays one seed and prints its timeline
        """;

    /// <exception cref="FormatException">The arguments are wrong; the message says which and why.</exception>
    public static SimulationArguments Parse(IReadOnlyList<string> args)
    {
        int? seeds = null, from = null, seed = null;
        var stop = false;
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--seeds":
                    seeds = Number(args, ref i, seeds);
                    break;
                case "--from":
                    from = Number(args, ref i, from);
                    break;
                case "--seed":
                    seed = Number(args, ref i, seed);
                    break;
                case "--stop-at-first":
                    stop = true;
                    break;
                case var other:
                    throw new FormatException($"'{other}' is not an argument.");
            }
        }

        return (seeds, seed) switch
        {
            (null, null) => throw new FormatException("--seeds N or --seed S is needed."),
            ({ }, { }) => throw new FormatException("--seeds and --seed do not go together."),
            (null, { } one) when from is not null || stop => throw new FormatException($"--seed {one} takes no other argument."),
            (null, { } one) => new SimulationArguments(one, 1, Replay: true, StopAtFirst: true),
            ({ } many, null) when (long)(from ?? 1) + many > int.MaxValue => throw new FormatException($"Seeds end at {int.MaxValue}."),
            ({ } many, null) => new SimulationArguments(from ?? 1, many, Replay: false, stop),
        };
    }

    private static int Number(IReadOnlyList<string> args, ref int i, int? before)
    {
        var name = args[i];
        if (before is not null)
        {
            throw new FormatException($"{name} is given twice.");
        }

        if (i + 1 == args.Count)
        {
            throw new FormatException($"{name} needs a number.");
        }

        var text = args[++i];
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"{name} needs a whole number from 1 to {int.MaxValue}, not '{text}'.");
    }
}
