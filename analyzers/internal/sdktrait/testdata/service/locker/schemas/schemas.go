// A service that there is not, in the form in which the AWS SDK for Go v2 declares
// the model of each.

package schemas

import (
	smithy "github.com/aws/smithy-go"
	smithyprelude "github.com/aws/smithy-go/prelude"
	smithytraits "github.com/aws/smithy-go/traits"
)

var OpenLocker = smithy.NewSchema(smithy.ShapeID{
	Namespace: "com.amazonaws.locker",
	Name:      "OpenLocker",
}, smithy.ShapeTypeOperation, 0)

var _Blob = smithy.NewSchema(smithy.ShapeID{
	Namespace: "com.amazonaws.locker",
	Name:      "Blob",
}, smithy.ShapeTypeBlob, 0, &smithytraits.Sensitive{})

var _LockerName = smithy.NewSchema(smithy.ShapeID{
	Namespace: "com.amazonaws.locker",
	Name:      "LockerName",
}, smithy.ShapeTypeString, 0)

var _CodeList = smithy.NewSchema(smithy.ShapeID{
	Namespace: "com.amazonaws.locker",
	Name:      "CodeList",
}, smithy.ShapeTypeList, 1)
var _CodeList_member *smithy.Schema

var _Loop = smithy.NewSchema(smithy.ShapeID{
	Namespace: "com.amazonaws.locker",
	Name:      "Loop",
}, smithy.ShapeTypeList, 1)
var _Loop_member *smithy.Schema

var _Labels = smithy.NewSchema(smithy.ShapeID{
	Namespace: "com.amazonaws.locker",
	Name:      "Labels",
}, smithy.ShapeTypeMap, 2)
var _Labels_key *smithy.Schema

var _Labels_value *smithy.Schema

var Keys = smithy.NewSchema(smithy.ShapeID{
	Namespace: "com.amazonaws.locker",
	Name:      "Keys",
}, smithy.ShapeTypeStructure, 1, &smithytraits.Sensitive{})
var Keys_id *smithy.Schema

var Opener = smithy.NewSchema(smithy.ShapeID{
	Namespace: "com.amazonaws.locker",
	Name:      "Opener",
}, smithy.ShapeTypeUnion, 2)
var Opener_code *smithy.Schema

var Opener_name *smithy.Schema

var OpenLockerResponse = smithy.NewSchema(smithy.ShapeID{
	Namespace: "com.amazonaws.locker",
	Name:      "OpenLockerResponse",
}, smithy.ShapeTypeStructure, 7)
var OpenLockerResponse_name *smithy.Schema

var Pair = smithy.NewSchema(smithy.ShapeID{
	Namespace: "com.amazonaws.locker",
	Name:      "Pair",
}, smithy.ShapeTypeStructure, 2)
var Pair_key *smithy.Schema

var Pair_value *smithy.Schema

func init() {
	_CodeList_member = _CodeList.AddMember("member", _Blob)

	_Loop_member = _Loop.AddMember("member", _Loop, &smithytraits.XMLName{Name: "item"})

	_Labels_key = _Labels.AddMember("key", smithyprelude.String)

	_Labels_value = _Labels.AddMember("value", smithyprelude.String)

	Keys_id = Keys.AddMember("id", _LockerName)

	Opener_code = Opener.AddMember("code", _Blob)

	Opener_name = Opener.AddMember("name", _LockerName)

	OpenLockerResponse_name = OpenLockerResponse.AddMember("name", _LockerName, &smithytraits.HTTPHeader{Name: "x-sensitive{"})

	OpenLockerResponse_content = OpenLockerResponse.AddMember("content", _Blob)

	OpenLockerResponse_pin = OpenLockerResponse.AddMember("pin", smithyprelude.String, &smithytraits.XMLName{Name: "Pin"}, &smithytraits.Sensitive{})

	OpenLockerResponse_codes = OpenLockerResponse.AddMember("codes", _CodeList)

	OpenLockerResponse_labels = OpenLockerResponse.AddMember("labels", _Labels)

	OpenLockerResponse_loop = OpenLockerResponse.AddMember("loop", _Loop)

	OpenLockerResponse_pair = OpenLockerResponse.AddMember("pair", Pair)

	Pair_key = Pair.AddMember("key", _LockerName)

	Pair_value = Pair.AddMember("value", _Blob)
}
