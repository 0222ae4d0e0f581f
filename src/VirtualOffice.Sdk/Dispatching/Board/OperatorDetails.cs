namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>What the board knows of an operator and seldom needs.</summary>
internal sealed class OperatorDetails
{
    public OperatorProfile Profile { get; private set; } = new();

    /// <summary>The companies of the profile.</summary>
    public int[] Companies { get; private set; } = [];

    /// <summary>Of each seat, where its company stands in the assignments.</summary>
    public List<int> Orders { get; } = [];

    /// <summary>The calls that stand apart for this operator.</summary>
    public List<int> Apart { get; } = [];

    public void Replace(OperatorProfile profile) => (Profile, Companies) = (profile, [.. profile.Companies.Select(a => a.Company)]);
}
