namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>Who serves whom: operator p serves company p mod 500 and four other distinct ones.</summary>
internal sealed class Crew
{
    public const int Companies = 500;
    public const int CompaniesEach = 5;

    public Crew(int operators)
    {
        var random = new Random(42);
        Serves = new int[operators][];
        for (var p = 0; p < operators; p++)
        {
            var serves = new int[CompaniesEach];
            serves[0] = p % Companies;
            for (var i = 1; i < CompaniesEach; i++)
            {
                do
                {
                    serves[i] = random.Next(Companies);
                }
                while (serves.AsSpan(0, i).Contains(serves[i]));
            }

            Serves[p] = serves;
        }
    }

    /// <summary>The companies of each operator.</summary>
    public int[][] Serves { get; }

    public int Operators => Serves.Length;
}
