namespace VirtualOffice.Sdk.Benchmarks.Asterisk;

/// <summary>An event as object models of ARI have it.</summary>
public sealed class AriEventModel
{
    public string? Type { get; set; }

    public string? Application { get; set; }

    public DateTime Timestamp { get; set; }

    public List<string>? Args { get; set; }

    public string? Variable { get; set; }

    public string? Value { get; set; }

    public ChannelModel? Channel { get; set; }

    public sealed class ChannelModel
    {
        public string? Id { get; set; }

        public string? Name { get; set; }

        public string? State { get; set; }

        public PartyModel? Caller { get; set; }

        public PartyModel? Connected { get; set; }

        public string? Accountcode { get; set; }

        public DialplanModel? Dialplan { get; set; }

        public DateTime Creationtime { get; set; }

        public string? Language { get; set; }
    }

    public sealed class PartyModel
    {
        public string? Name { get; set; }

        public string? Number { get; set; }
    }

    public sealed class DialplanModel
    {
        public string? Context { get; set; }

        public string? Exten { get; set; }

        public long Priority { get; set; }
    }
}
