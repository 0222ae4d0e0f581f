using System.Diagnostics.CodeAnalysis;

namespace VirtualOffice.Sdk.Testing;

/// <summary>What the cases check with.</summary>
internal static class Expect
{
    public static void That([DoesNotReturnIf(false)] bool condition, string message)
    {
        if (!condition)
        {
            throw new ConformanceException(message);
        }
    }

    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new ConformanceException($"{what}: expected {Show(expected)}, found {Show(actual)}.");
        }
    }

    public static void Sequence<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what)
    {
        var (wanted, found) = (expected.ToList(), actual.ToList());
        if (!wanted.SequenceEqual(found))
        {
            throw new ConformanceException($"{what}: expected [{string.Join(", ", wanted)}], found [{string.Join(", ", found)}].");
        }
    }

    public static void Between(TimeSpan least, TimeSpan most, TimeSpan actual, string what)
    {
        if (actual < least || actual > most)
        {
            throw new ConformanceException($"{what}: expected between {least} and {most}, found {actual}.");
        }
    }

    public static T NotNull<T>(T? value, string message)
        where T : class => value ?? throw new ConformanceException(message);

    public static async Task<TException> ThrowsAsync<TException>(Func<Task> action, string what)
        where TException : Exception
    {
        try
        {
            await action();
        }
        catch (TException e)
        {
            return e;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new ConformanceException($"{what}: expected {typeof(TException).Name}, found {e.GetType().Name}: {e.Message}", e);
        }

        throw new ConformanceException($"{what}: expected {typeof(TException).Name}, and nothing was thrown.");
    }

    private static string Show<T>(T value) => value?.ToString() ?? "null";
}
