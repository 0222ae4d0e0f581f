namespace VirtualOffice.Sdk.EndToEnd.Harness;

/// <summary>How the office of one test differs from the usual one.</summary>
internal sealed class OfficeSettings
{
    /// <summary>Arguments of the host that come after the usual ones and win over them.</summary>
    public List<string> Arguments { get; } = [];

    /// <summary>YAML lines of the company's document besides its id, name, numbers and employees.</summary>
    public string Company { get; set; } = "";

    /// <summary>The numbers of the employee Anna, in the order of the plan, or YAML mappings with them. Their last digits say how they behave.</summary>
    public string[] AnnasNumbers { get; set; } = ["+78124540101"];

    /// <summary>Olga's phone, as the PBX knows it.</summary>
    public string OlgasDevice { get; set; } = "op1";

    /// <summary>Where the host keeps its journal.</summary>
    public DatabaseKind Database { get; set; }

    /// <summary>Where the host keeps everything it writes: database file, spool and recordings; its own folder when null.</summary>
    public string? Data { get; set; }

    public OfficeSettings With(params string[] arguments)
    {
        Arguments.AddRange(arguments);
        return this;
    }
}
