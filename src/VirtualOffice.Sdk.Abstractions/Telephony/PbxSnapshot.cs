namespace VirtualOffice.Sdk.Telephony;

/// <summary>All legs and bridges that the PBX keeps for the office, as of a connect.</summary>
/// <param name="Incarnation">Differs after the PBX itself was restarted and so lost its calls; equal over reconnects.</param>
/// <param name="Legs">The living legs.</param>
/// <param name="Bridges">The existing bridges.</param>
public sealed record PbxSnapshot(string Incarnation, IReadOnlyList<LegSnapshot> Legs, IReadOnlyList<BridgeId> Bridges);
