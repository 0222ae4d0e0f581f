using Microsoft.Extensions.Options;

namespace VirtualOffice.Sdk;

[OptionsValidator]
internal sealed partial class EspeakOptionsValidator : IValidateOptions<EspeakOptions>;
