using System.Runtime.InteropServices;

namespace GameNight.Native.OnnxRuntime;

/// <summary>
/// The functions of <c>OrtApi</c> that the game calls, with the names and positions of onnxruntime_c_api.h, where the order is
/// frozen and new functions are only added at the end. Native objects are <c>nint</c> here. A returned <c>nint</c> is an
/// <c>OrtStatus*</c>, to be passed to <see cref="OrtRuntime.Check"/>. Pointers have 8 bytes: the library has no 32-bit build.
/// </summary>
[StructLayout(LayoutKind.Explicit)]
internal readonly unsafe struct OrtApi
{
    private const int Pointer = 8;

    [FieldOffset(1 * Pointer)] public readonly delegate* unmanaged<nint, OrtErrorCode> GetErrorCode;
    [FieldOffset(2 * Pointer)] public readonly delegate* unmanaged<nint, nint> GetErrorMessage;
    [FieldOffset(3 * Pointer)] public readonly delegate* unmanaged<int, byte*, nint*, nint> CreateEnv;
    [FieldOffset(6 * Pointer)] public readonly delegate* unmanaged<nint, nint> DisableTelemetryEvents;
    [FieldOffset(8 * Pointer)] public readonly delegate* unmanaged<nint, void*, nuint, nint, nint*, nint> CreateSessionFromArray;
    [FieldOffset(9 * Pointer)]
    public readonly delegate* unmanaged<nint, nint, byte**, nint*, nuint, byte**, nuint, nint*, nint> Run;
    [FieldOffset(10 * Pointer)] public readonly delegate* unmanaged<nint*, nint> CreateSessionOptions;
    [FieldOffset(24 * Pointer)] public readonly delegate* unmanaged<nint, int, nint> SetIntraOpNumThreads;
    [FieldOffset(30 * Pointer)] public readonly delegate* unmanaged<nint, nuint*, nint> SessionGetInputCount;
    [FieldOffset(31 * Pointer)] public readonly delegate* unmanaged<nint, nuint*, nint> SessionGetOutputCount;
    [FieldOffset(33 * Pointer)] public readonly delegate* unmanaged<nint, nuint, nint*, nint> SessionGetInputTypeInfo;
    [FieldOffset(34 * Pointer)] public readonly delegate* unmanaged<nint, nuint, nint*, nint> SessionGetOutputTypeInfo;
    [FieldOffset(36 * Pointer)] public readonly delegate* unmanaged<nint, nuint, nint, byte**, nint> SessionGetInputName;
    [FieldOffset(37 * Pointer)] public readonly delegate* unmanaged<nint, nuint, nint, byte**, nint> SessionGetOutputName;
    [FieldOffset(49 * Pointer)]
    public readonly delegate* unmanaged<nint, void*, nuint, long*, nuint, OrtElementType, nint*, nint> CreateTensorWithDataAsOrtValue;
    [FieldOffset(51 * Pointer)] public readonly delegate* unmanaged<nint, void**, nint> GetTensorMutableData;
    [FieldOffset(55 * Pointer)] public readonly delegate* unmanaged<nint, nint*, nint> CastTypeInfoToTensorInfo;
    [FieldOffset(56 * Pointer)] public readonly delegate* unmanaged<nint, int*, nint> GetOnnxTypeFromTypeInfo;
    [FieldOffset(60 * Pointer)] public readonly delegate* unmanaged<nint, OrtElementType*, nint> GetTensorElementType;
    [FieldOffset(61 * Pointer)] public readonly delegate* unmanaged<nint, nuint*, nint> GetDimensionsCount;
    [FieldOffset(62 * Pointer)] public readonly delegate* unmanaged<nint, long*, nuint, nint> GetDimensions;
    [FieldOffset(64 * Pointer)] public readonly delegate* unmanaged<nint, nuint*, nint> GetTensorShapeElementCount;
    [FieldOffset(65 * Pointer)] public readonly delegate* unmanaged<nint, nint*, nint> GetTensorTypeAndShape;
    [FieldOffset(69 * Pointer)] public readonly delegate* unmanaged<int, int, nint*, nint> CreateCpuMemoryInfo;
    [FieldOffset(76 * Pointer)] public readonly delegate* unmanaged<nint, void*, nint> AllocatorFree;
    [FieldOffset(78 * Pointer)] public readonly delegate* unmanaged<nint*, nint> GetAllocatorWithDefaultOptions;
    [FieldOffset(93 * Pointer)] public readonly delegate* unmanaged<nint, void> ReleaseStatus;
    [FieldOffset(95 * Pointer)] public readonly delegate* unmanaged<nint, void> ReleaseSession;
    [FieldOffset(96 * Pointer)] public readonly delegate* unmanaged<nint, void> ReleaseValue;
    [FieldOffset(98 * Pointer)] public readonly delegate* unmanaged<nint, void> ReleaseTypeInfo;
    [FieldOffset(99 * Pointer)] public readonly delegate* unmanaged<nint, void> ReleaseTensorTypeAndShapeInfo;
    [FieldOffset(100 * Pointer)] public readonly delegate* unmanaged<nint, void> ReleaseSessionOptions;
    [FieldOffset(130 * Pointer)] public readonly delegate* unmanaged<nint, byte*, byte*, nint> AddSessionConfigEntry;
}
