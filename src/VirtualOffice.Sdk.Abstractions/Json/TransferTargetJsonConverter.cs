using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Json;

/// <summary>Writes a <see cref="TransferTarget"/> as its text. Public so that generated serializers of other assemblies can use it.</summary>
public sealed class TransferTargetJsonConverter : StringJsonConverter<TransferTarget>
{
    /// <inheritdoc/>
    protected override TransferTarget Parse(string text) => TransferTarget.Parse(text);
}
