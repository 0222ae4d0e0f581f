using Microsoft.Extensions.Options;

namespace VirtualOffice.Sdk;

[OptionsValidator]
internal sealed partial class VoiceChannelOptionsValidator : IValidateOptions<VoiceChannelOptions>;
