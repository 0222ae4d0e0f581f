namespace VirtualOffice.Sdk.Scripts;

/// <summary>A setting that steps of a kind have.</summary>
/// <param name="Name">Its name in documents.</param>
/// <param name="Type">What it holds.</param>
public sealed record StepSetting(string Name, StepSettingType Type)
{
    /// <summary>Whether it must be set.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The least number, or the least seconds.</summary>
    public int AtLeast { get; init; }

    /// <summary>The greatest number, or the most seconds.</summary>
    public int AtMost { get; init; } = int.MaxValue;

    /// <summary>What a <see cref="StepSettingType.Choice"/> may be.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
