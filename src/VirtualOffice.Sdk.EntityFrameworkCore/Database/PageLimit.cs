namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>How long a page may be.</summary>
internal static class PageLimit
{
    private const int Max = 500;

    /// <summary>Checks a limit.</summary>
    /// <exception cref="ArgumentException">It is out of range.</exception>
    public static void Check(int limit, string parameter)
    {
        if (limit is < 1 or > Max)
        {
            throw new ArgumentException($"The limit is {limit}; allowed is 1 to {Max}.", parameter);
        }
    }
}
