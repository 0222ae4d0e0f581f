using System.Diagnostics;

namespace VirtualOffice.Sdk.EndToEnd.Harness;

/// <summary>Looks again and again until something holds, and fails the test when it does not in time.</summary>
internal static class Eventually
{
    /// <summary>Long: it is reached by what will never hold, and must not be by a machine that has no time.</summary>
    private static readonly TimeSpan _usual = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until <paramref name="look"/> answers something that satisfies <paramref name="isRight"/>, and returns it.</summary>
    public static async Task<T> GetAsync<T>(string what, Func<Task<T>> look, Func<T, bool> isRight, TimeSpan? within = null)
    {
        var deadline = within ?? _usual;
        var waited = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(_interval);
        while (true)
        {
            var seen = await look();
            if (isRight(seen))
                return seen;
            if (waited.Elapsed > deadline)
                Assert.Fail($"Not within {deadline.TotalSeconds:0.#} s: {what}. Last seen: {Describe(seen)}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>As the other, for what is at hand without waiting.</summary>
    public static Task<T> GetAsync<T>(string what, Func<T> look, Func<T, bool> isRight, TimeSpan? within = null)
        => GetAsync(what, () => Task.FromResult(look()), isRight, within);

    /// <summary>Waits until <paramref name="condition"/> holds.</summary>
    public static Task HoldsAsync(string what, Func<bool> condition, TimeSpan? within = null)
        => GetAsync(what, condition, static holds => holds, within);

    /// <summary>Waits until <paramref name="condition"/> holds.</summary>
    public static Task HoldsAsync(string what, Func<Task<bool>> condition, TimeSpan? within = null)
        => GetAsync(what, condition, static holds => holds, within);

    private static string Describe<T>(T seen) => seen switch
    {
        null => "nothing",
        string text => text,
        System.Collections.IEnumerable many => string.Join("; ", many.Cast<object?>()),
        _ => seen.ToString() ?? "",
    };
}
